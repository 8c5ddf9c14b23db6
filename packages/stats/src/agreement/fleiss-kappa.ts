import { undefinedBecause, type Coefficient } from './coefficient.js';
import { countsOf } from './kernels/sum-of-differences.js';
import { pairableRatings, type RatingTable } from './rating-table.js';

/**
 * Fleiss' kappa: how far any raters put units into the same categories, beyond what the shares of the categories over all ratings would
 * give. 1 = fully, 0 = as chance does.
 *
 * @param table - values are categories; units with fewer than two ratings do not count
 * @returns undefined with one rater, without a unit with two ratings, or where all ratings are equal
 * @remarks J. L. Fleiss, Psychological Bulletin 76 (1971). Where units have different numbers of ratings, the observed agreement is the
 * mean over units of the share of agreeing pairs, and shares are over all ratings. O(ratings).
 * @example
 * ```ts
 * import { fleissKappa, ratingTable } from '@goldpan/stats';
 *
 * fleissKappa(ratingTable([[1, 1, 1], [2, 2, 1], [3, 3, 3], [2, 3, 2]])).value.toFixed(4); // → '0.5000'
 * ```
 */
export function fleissKappa(table: RatingTable): Coefficient {
  if (table.raters < 2) return undefinedBecause('one rater');
  const rows = pairableRatings(table);
  if (rows.length === 0) return undefinedBecause('no unit with two ratings');
  const totals = new Map<number, number>();
  let ratings = 0;
  let observed = 0;
  for (const row of rows) {
    let agreeing = 0;
    for (const [category, count] of countsOf(row)) {
      agreeing += count * (count - 1);
      totals.set(category, (totals.get(category) ?? 0) + count);
    }
    observed += agreeing / (row.length * (row.length - 1)) / rows.length;
    ratings += row.length;
  }
  if (totals.size === 1) return undefinedBecause('no variation');
  let expected = 0;
  for (const count of totals.values()) expected += (count / ratings) ** 2;
  return { value: (observed - expected) / (1 - expected) };
}
