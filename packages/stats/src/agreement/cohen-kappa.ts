import { undefinedBecause, type Coefficient } from './coefficient.js';
import { countsOf } from './kernels/sum-of-differences.js';
import type { RatingTable } from './rating-table.js';

/** How much a disagreement counts: all the same, or by the distance of the two values, or by its square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/** Settings of `cohenKappa`. */
export interface CohenKappaOptions {
  /** Default `none`. */
  readonly weights?: KappaWeights;
  /** Columns of the two raters. Default [0, 1]. */
  readonly raters?: readonly [first: number, second: number];
}

/**
 * Cohen's kappa: how far two raters put units into the same categories, beyond what their own shares of the categories would give.
 * 1 = fully, 0 = as chance does.
 *
 * @param table - values are categories; units that one of the two did not rate do not count
 * @returns undefined with one rater, without a common unit, or where both used one and the same category only
 * @remarks J. Cohen, Educational and Psychological Measurement 20 (1960); weights: Psychological Bulletin 70 (1968). Weights go by the
 * values, so that a grade nobody gave keeps its place; for grades 1, 2, 3 … that all occur they are those of R's `irr::kappa2`.
 * O(units + categories²).
 * @example
 * ```ts
 * import { cohenKappa, ratingTable } from '@goldpan/stats';
 *
 * const table = ratingTable([[1, 1], [1, 2], [2, 2], [3, 3], [3, 2]]);
 * cohenKappa(table).value.toFixed(4); // → '0.4444'
 * cohenKappa(table, { weights: 'quadratic' }).value.toFixed(4); // → '0.6667'
 * ```
 */
export function cohenKappa(table: RatingTable, options: CohenKappaOptions = {}): Coefficient {
  const { weights = 'none', raters: [first, second] = [0, 1] } = options;
  if (table.raters < 2) return undefinedBecause('one rater');
  const pairs = commonRatings(table, first, second);
  if (pairs.length === 0) return undefinedBecause('no unit with two ratings');
  const distance = distances[weights];
  const observed = pairs.reduce((sum, [a, b]) => sum + distance(a, b), 0);
  const [ofFirst, ofSecond] = [0, 1].map((side) => countsOf(Float64Array.from(pairs, (pair) => pair[side])));
  let expected = 0;
  for (const [a, countOfA] of ofFirst) {
    for (const [b, countOfB] of ofSecond) expected += countOfA * countOfB * distance(a, b);
  }
  if (expected === 0) return undefinedBecause('no variation');
  return { value: 1 - (observed * pairs.length) / expected };
}

const distances: Record<KappaWeights, (a: number, b: number) => number> = {
  none: (a, b) => Number(a !== b),
  linear: (a, b) => Math.abs(a - b),
  quadratic: (a, b) => (a - b) ** 2,
};

function commonRatings(
  { units, raters, values }: RatingTable,
  first: number,
  second: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  for (let row = 0; row < units * raters; row += raters) {
    const [a, b] = [values[row + first], values[row + second]];
    if (!Number.isNaN(a) && !Number.isNaN(b)) pairs.push([a, b]);
  }
  return pairs;
}
