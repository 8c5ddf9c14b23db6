import { averageRanks } from '../rank/average-ranks.js';
import { quotient, undefinedBecause, type Coefficient } from './coefficient.js';
import { countsOf } from './kernels/sum-of-differences.js';
import { completeRows, type RatingTable } from './rating-table.js';

/**
 * Kendall's coefficient of concordance W: how far raters order the units alike. 1 = all the same order, 0 = no common order.
 *
 * @param table - units that some rater did not rate are left out
 * @returns in [0, 1], corrected for ties; undefined with one rater, fewer than two complete units, or where no rater's ratings vary
 * @remarks M. G. Kendall and B. Babington Smith, Annals of Mathematical Statistics 10 (1939), with the correction for ties, as R's
 * `irr::kendall(correct = TRUE)`. O(raters · units · log units).
 * @example
 * ```ts
 * import { kendallW, ratingTable } from '@goldpan/stats';
 *
 * kendallW(ratingTable([[1, 2, 1], [2, 1, 3], [3, 3, 2], [4, 4, 4]])).value.toFixed(4); // → '0.7778'
 * ```
 */
export function kendallW(table: RatingTable): Coefficient {
  if (table.raters < 2) return undefinedBecause('one rater');
  const rows = completeRows(table);
  const [n, m] = [rows.length, table.raters];
  if (n < 2) return undefinedBecause('too few units that all raters rated');
  const sums = new Float64Array(n);
  let ties = 0;
  for (let rater = 0; rater < m; rater++) {
    const ratings = Float64Array.from(rows, (row) => row[rater]);
    averageRanks(ratings).forEach((rank, unit) => (sums[unit] += rank));
    for (const count of countsOf(ratings).values()) ties += count ** 3 - count;
  }
  const centre = (m * (n + 1)) / 2;
  const squares = sums.reduce((total, sum) => total + (sum - centre) ** 2, 0);
  return quotient(12 * squares, m * m * (n ** 3 - n) - m * ties);
}
