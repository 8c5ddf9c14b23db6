/** Who gave which rating to what. */
export interface RatingTable {
  /** What was rated, such as an output, or the cell of an item and a system. */
  readonly units: number;
  readonly raters: number;
  /** Row-major, shape (units, raters); NaN = not rated. */
  readonly values: Float64Array;
}

/**
 * A table from one row per unit.
 *
 * @param rows - each as long as there are raters; NaN = not rated; what a shorter row lacks counts as not rated
 * @remarks O(units · raters).
 * @example
 * ```ts
 * import { ratingTable } from '@goldpan/stats';
 *
 * ratingTable([[1, 2], [3, NaN], [5, 5]]).units; // → 3
 * ```
 */
export function ratingTable(rows: readonly ArrayLike<number>[]): RatingTable {
  const raters = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const values = new Float64Array(rows.length * raters).fill(NaN);
  rows.forEach((row, unit) => values.set(Array.from(row), unit * raters));
  return { units: rows.length, raters, values };
}

/** The ratings that each unit has, for the units with two or more; missing ones are left out. */
export function pairableRatings({ units, raters, values }: RatingTable): Float64Array[] {
  const rows: Float64Array[] = [];
  for (let unit = 0; unit < units; unit++) {
    const row = values.subarray(unit * raters, (unit + 1) * raters);
    const present = row.filter((rating) => !Number.isNaN(rating));
    if (present.length >= 2) rows.push(present);
  }
  return rows;
}

/** The rows of the units that every rater rated. */
export function completeRows(table: RatingTable): Float64Array[] {
  return table.raters < 2 ? [] : pairableRatings(table).filter((row) => row.length === table.raters);
}
