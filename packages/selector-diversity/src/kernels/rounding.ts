/**
 * Rounds to 40 bits of the greatest of some numbers, so that the order in which sums were taken cannot decide between
 * equals.
 */
export function roundingFor(greatest: number): (value: number) => number {
  const quantum = greatest === 0 ? 1 : 2 ** (Math.floor(Math.log2(greatest)) - 40);
  return (value) => Math.round(value / quantum) * quantum;
}

/** The greatest of some numbers, 0 if none is above it. */
export function greatestOf(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}
