import { averageRanks } from '../rank/average-ranks.js';
import { undefinedBecause, type Coefficient } from './coefficient.js';
import { sumOfDifferences } from './kernels/sum-of-differences.js';
import { pairableRatings, type RatingTable } from './rating-table.js';
import type { Scale } from './scale.js';

/**
 * Krippendorff's alpha: how far raters agree beyond what chance would give. 1 = fully, 0 = as chance does, below 0 = less than that.
 *
 * @param table - missing ratings allowed; units with fewer than two ratings do not count
 * @returns undefined with one rater, without a unit with two ratings, where all ratings are equal, and on the scale `ratio` with values
 * below 0
 * @remarks K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011). Ordinal differences are those of average ranks among the
 * ratings that can be paired. O(ratings · log ratings), for `ratio` O(distinct values²).
 * @example
 * ```ts
 * import { krippendorffAlpha, ratingTable } from '@goldpan/stats';
 *
 * const table = ratingTable([[1, 1], [2, 2], [3, 4], [4, NaN]]);
 * krippendorffAlpha(table, 'interval').value.toFixed(4); // → '0.8780'
 * krippendorffAlpha(ratingTable([[3, 3], [3, 3]]), 'nominal').reason; // → 'no variation'
 * ```
 */
export function krippendorffAlpha(table: RatingTable, scale: Scale): Coefficient {
  if (table.raters < 2) return undefinedBecause('one rater');
  const rated = pairableRatings(table);
  if (rated.length === 0) return undefinedBecause('no unit with two ratings');
  if (scale === 'ratio' && rated.some((row) => row.some((rating) => rating < 0))) {
    return undefinedBecause('values below zero');
  }
  const units = scale === 'ordinal' ? ranked(rated) : rated;
  const all = joined(units);
  const expected = sumOfDifferences(all, scale) / (all.length - 1);
  if (!(expected > 0)) return undefinedBecause('no variation');
  const observed = units.reduce((sum, row) => sum + sumOfDifferences(row, scale) / (row.length - 1), 0);
  return { value: 1 - observed / expected };
}

/** Every rating by its rank among all of them. */
function ranked(units: readonly Float64Array[]): Float64Array[] {
  const ranks = averageRanks(joined(units));
  let at = 0;
  return units.map((row) => ranks.subarray(at, (at += row.length)));
}

function joined(units: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(units.reduce((total, row) => total + row.length, 0));
  let at = 0;
  for (const row of units) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}
