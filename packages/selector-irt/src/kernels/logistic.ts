/** The logistic function, 1 / (1 + e^−x); 0 and 1 at the infinities. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
