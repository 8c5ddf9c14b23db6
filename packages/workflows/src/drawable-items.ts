/** How many items could be drawn: those whose probability is above 0. */
export function drawableItems(inclusion: Float64Array): number {
  return inclusion.reduce((count, probability) => count + Number(probability > 0), 0);
}
