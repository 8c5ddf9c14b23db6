import { outOfRange, tooFewValues } from '../errors.js';

/**
 * The smallest value that at least a share `p` of the values does not exceed: always one of the values, never a number in between.
 *
 * The second rule beside `quantile`: for values that come in steps, such as sizes that were tried, for those that may be infinite, and
 * for critical values of resampling tests, where a number in between is one nobody saw.
 *
 * @param sorted - upwards, at least one, no NaN; infinities allowed
 * @param p - in [0, 1]
 * @throws STA_EMPTY, STA_OUT_OF_RANGE
 * @remarks Type 1 of Hyndman and Fan (numpy's `inverted_cdf`). O(1).
 * @example
 * ```ts
 * import { stepQuantileSorted } from '@goldpan/stats';
 *
 * stepQuantileSorted([10, 20, 40, Infinity], 0.5); // → 20
 * ```
 */
export function stepQuantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw tooFewValues('a step quantile', 0);
  if (!(p >= 0 && p <= 1)) throw outOfRange('the share of a step quantile', 'in [0, 1]', p);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)];
}
