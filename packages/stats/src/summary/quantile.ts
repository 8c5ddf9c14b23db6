import { outOfRange, tooFewValues } from '../errors.js';
import { requireNumbers } from '../require.js';

/**
 * The value below which a share `p` of the values lies.
 *
 * @param values - at least one, any order, no NaN
 * @param p - in [0, 1]; 0.5 is the median
 * @throws STA_EMPTY, STA_NOT_A_NUMBER, STA_OUT_OF_RANGE
 * @remarks Type 7 of Hyndman and Fan (linear between order statistics), rounded as `numpy.quantile`. O(n log n) time, O(n) space.
 * @example
 * ```ts
 * import { quantile } from '@goldpan/stats';
 *
 * quantile([7, 1, 4, 10], 0.5); // → 5.5
 * ```
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  requireNumbers('a quantile', values);
  return quantileSorted(Float64Array.from(values).sort(), p);
}

/**
 * `quantile` of values that are sorted upwards already: O(1).
 *
 * @throws STA_EMPTY, STA_OUT_OF_RANGE
 * @example
 * ```ts
 * import { quantileSorted } from '@goldpan/stats';
 *
 * quantileSorted([1, 4, 7, 10], 0.25); // → 3.25
 * ```
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw tooFewValues('a quantile', 0);
  if (!(p >= 0 && p <= 1)) throw outOfRange('the share of a quantile', 'in [0, 1]', p);
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const share = position - below;
  const low = sorted[below];
  if (share === 0) return low;
  const high = sorted[below + 1];
  // Step from the nearer neighbour: the result then stays inside [low, high].
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}
