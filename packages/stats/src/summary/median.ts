import { median as medianOf } from 'simple-statistics';
import { tooFewValues } from '../errors.js';
import { requireNumbers } from '../require.js';

/**
 * The value in the middle; of an even number of values the mean of the two in the middle.
 *
 * @param values - at least one, any order, no NaN
 * @throws STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks By `simple-statistics`. As `numpy.median`; `quantile(values, 0.5)` may differ in the last bit. O(n) on average.
 * @example
 * ```ts
 * import { median } from '@goldpan/stats';
 *
 * median([7, 1, 4, 10]); // → 5.5
 * ```
 */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) throw tooFewValues('a median', 0);
  requireNumbers('a median', values);
  return medianOf(Array.from(values));
}
