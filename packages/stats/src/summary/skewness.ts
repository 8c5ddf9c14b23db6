import { sampleSkewness } from 'simple-statistics';
import { tooFewValues } from '../errors.js';
import { requireNumbers } from '../require.js';

/**
 * How far a distribution leans to one side of its mean: below 0 = a long tail of low values, 0 = symmetric, above 0 = a tail of high
 * ones.
 *
 * @param values - at least three, no NaN
 * @returns NaN where all values are equal
 * @throws STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks By `simple-statistics`: the adjusted Fisher–Pearson coefficient G₁, as `scipy.stats.skew` with `bias=False`. O(n).
 * @example
 * ```ts
 * import { skewness } from '@goldpan/stats';
 *
 * skewness([0, 0, 0, 0, -25]).toFixed(2); // → '-2.24'
 * ```
 */
export function skewness(values: ArrayLike<number>): number {
  if (values.length < 3) throw tooFewValues('a skewness', values.length, 3);
  requireNumbers('a skewness', values);
  return sampleSkewness(Array.from(values));
}
