import { quotient, undefinedBecause, type Coefficient } from './coefficient.js';
import { meanSquares, oneWayMeanSquares } from './kernels/mean-squares.js';
import { completeRows, pairableRatings, type RatingTable } from './rating-table.js';

/**
 * The forms of Shrout and Fleiss:
 * - `ICC(1,1)`: single ratings by any raters; units may have different numbers of ratings
 * - `ICC(2,1)`: single ratings, absolute agreement of raters who stand for others
 * - `ICC(3,1)`: single ratings, consistency of these raters: how severe each is does not count
 * - `ICC(3,k)`: consistency of the mean over these raters
 */
export type IntraclassForm = 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(3,k)';

/**
 * An intraclass correlation: the share of the variance of ratings that lies between the units that were rated.
 *
 * @param table - `ICC(1,1)` takes units with two or more ratings, the other forms those that all raters rated
 * @returns at most 1; undefined with one rater, fewer than two such units, or where nothing varies
 * @remarks P. E. Shrout and J. L. Fleiss, Psychological Bulletin 86 (1979). With unequal numbers of ratings per unit the one-way form takes
 * k₀ = (n − Σk²/n)/(N − 1) for the number of raters. O(units · raters).
 * @example
 * ```ts
 * import { intraclassCorrelation, ratingTable } from '@goldpan/stats';
 *
 * const table = ratingTable([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]);
 * intraclassCorrelation(table, 'ICC(2,1)').value.toFixed(2); // → '0.29'
 * intraclassCorrelation(table, 'ICC(3,k)').value.toFixed(2); // → '0.91'
 * ```
 */
export function intraclassCorrelation(table: RatingTable, form: IntraclassForm): Coefficient {
  if (table.raters < 2) return undefinedBecause('one rater');
  if (form === 'ICC(1,1)') return oneWay(pairableRatings(table));
  const rows = completeRows(table);
  if (rows.length < 2) return undefinedBecause('too few units that all raters rated');
  const { units, raters, error } = meanSquares(rows);
  if (form === 'ICC(3,k)') return quotient(units - error, units);
  const common = units + (table.raters - 1) * error;
  const levels = form === 'ICC(2,1)' ? (table.raters * (raters - error)) / rows.length : 0;
  return quotient(units - error, common + levels);
}

function oneWay(rows: readonly Float64Array[]): Coefficient {
  if (rows.length < 2)
    return undefinedBecause(rows.length === 0 ? 'no unit with two ratings' : 'no variation');
  const { between, within, raters } = oneWayMeanSquares(rows);
  return quotient(between - within, between + (raters - 1) * within);
}
