import { medianAbsoluteDeviation as deviationOf } from 'simple-statistics';
import { tooFewValues } from '../errors.js';
import { requireNumbers } from '../require.js';

/**
 * The median distance of values from their median (MAD): a spread that a few values far away do not move. A normal distribution has
 * 0.6745 standard deviations.
 *
 * @param values - at least one, any order, no NaN
 * @returns 0 or above; 0 where more than half of the values are equal
 * @throws STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks By `simple-statistics`; as `scipy.stats.median_abs_deviation`, not scaled. O(n) on average.
 * @example
 * ```ts
 * import { medianAbsoluteDeviation } from '@goldpan/stats';
 *
 * medianAbsoluteDeviation([1, 2, 4, 5, -9999]); // → 2
 * ```
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  if (values.length === 0) throw tooFewValues('a median absolute deviation', 0);
  requireNumbers('a median absolute deviation', values);
  return deviationOf(Array.from(values));
}
