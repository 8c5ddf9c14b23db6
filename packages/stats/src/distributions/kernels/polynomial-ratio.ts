/** A quotient of two polynomials of the same number of terms, highest power first. */
export function polynomialRatio(x: number, top: readonly number[], bottom: readonly number[]): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = 0; i < top.length; i++) {
    numerator = numerator * x + top[i];
    denominator = denominator * x + bottom[i];
  }
  return numerator / denominator;
}
