import { lengthMismatch, tooFewValues } from '../errors.js';

/** A line through points, and how far they are from it: y = yMean + slope · (x − xMean). */
export interface RegressionLine {
  readonly xMean: number;
  readonly yMean: number;
  readonly slope: number;
  /** Σ (x − xMean)². */
  readonly square: number;
  /** Standard deviation of the residuals, with n − 2 degrees of freedom; NaN for two points. */
  readonly deviation: number;
}

/** Squares below this are rounding. */
const CONSTANT = 1e-20;

/**
 * The line of least squares of y on x.
 *
 * @param x - shape (points), at least two, no NaN
 * @param y - shape (points), the same order, no NaN
 * @returns undefined where x does not vary
 * @throws STA_EMPTY, STA_LENGTH_MISMATCH
 * @remarks From distances to the means, so that an offset that all values share costs no digits. O(n).
 * @example
 * ```ts
 * import { regressionLine } from '@goldpan/stats';
 *
 * const line = regressionLine([1, 2, 3, 6], [10, 12, 14, 20]);
 * [line?.slope, line?.deviation]; // → [2, 0]
 * ```
 */
export function regressionLine(x: ArrayLike<number>, y: ArrayLike<number>): RegressionLine | undefined {
  const n = x.length;
  if (y.length !== n) throw lengthMismatch('a regression line', n, y.length);
  if (n < 2) throw tooFewValues('a regression line', n, 2);
  const [xMean, yMean] = [plainMean(x), plainMean(y)];
  let square = 0;
  let product = 0;
  for (let i = 0; i < n; i++) {
    square += (x[i] - xMean) ** 2;
    product += (x[i] - xMean) * (y[i] - yMean);
  }
  if (!(square > CONSTANT)) return undefined;
  const slope = product / square;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += (y[i] - yMean - slope * (x[i] - xMean)) ** 2;
  return { xMean, yMean, slope, square, deviation: Math.sqrt(rest / (n - 2)) };
}

function plainMean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
