import type { RatingTable } from './rating-table.js';

/** Who gave which rating to what, where few of many raters rate a unit: the ratings of unit `u` are from `starts[u]` up to `starts[u + 1]`. */
export interface RatingRows {
  /** Number of raters. */
  readonly raters: number;
  /** One more than there are units. */
  readonly starts: Uint32Array;
  /** Who gave each rating, from 0; a rater rates a unit once. */
  readonly rater: Uint32Array;
  /** No NaN: what is not rated has no entry. */
  readonly values: Float64Array;
}

/**
 * Rows of a table without its empty cells.
 *
 * @remarks O(units · raters).
 * @example
 * ```ts
 * import { ratingRows, ratingTable } from '@goldpan/stats';
 *
 * [...ratingRows(ratingTable([[1, 2], [3, NaN], [5, 5]])).starts]; // → [0, 2, 3, 5]
 * ```
 */
export function ratingRows({ units, raters, values }: RatingTable): RatingRows {
  const starts = new Uint32Array(units + 1);
  const kept: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    for (let rater = 0; rater < raters; rater++)
      if (!Number.isNaN(values[unit * raters + rater])) kept.push(unit * raters + rater);
    starts[unit + 1] = kept.length;
  }
  return {
    raters,
    starts,
    rater: Uint32Array.from(kept, (at) => at % raters),
    values: Float64Array.from(kept, (at) => values[at]),
  };
}
