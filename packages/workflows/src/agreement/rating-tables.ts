import { criterionCells, type CriterionCell, type Judgements } from '@goldpan/core';
import { squarable, type RatingRows } from '@goldpan/stats';

/** The judgements of one criterion by cell, for coefficients of agreement. */
export interface CriterionRatings {
  /** Positions of the raters who judged it. */
  readonly raters: readonly number[];
  /** Judgements by cell, item by item. */
  readonly cells: readonly CriterionCell[];
}

/** Collects the judgements of a criterion cell by cell. O(judgements). */
export function criterionRatings(judgements: Judgements, criterion: number): CriterionRatings {
  const cells = criterionCells(judgements, criterion);
  const raters = new Set(cells.flatMap((cell) => cell.judgements.map((j) => judgements.rater[j])));
  return { raters: [...raters].sort((a, b) => a - b), cells };
}

/** The cells that at least two raters judged: only these say anything of agreement. */
function pairedCells({ cells }: CriterionRatings): CriterionRatings['cells'] {
  return cells.filter(({ judgements }) => judgements.length >= 2);
}

/** Ratings of shared cells, with their raters numbered anew: of all raters few may share a cell. */
export interface SharedRatings {
  readonly cells: CriterionRatings['cells'];
  readonly rows: RatingRows;
  /** Position of each rater of `rows` among those of the judgements. */
  readonly raters: readonly number[];
}

/** The ratings of the cells that several raters judged. O(judgements). */
export function sharedRatings(judgements: Judgements, ratings: CriterionRatings): SharedRatings {
  const cells = pairedCells(ratings);
  const all = cells.flatMap(({ judgements: list }) => list);
  const raters = [...new Set(all.map((j) => judgements.rater[j]))].sort((a, b) => a - b);
  const places = new Map(raters.map((rater, at) => [rater, at]));
  const starts = new Uint32Array(cells.length + 1);
  cells.forEach(({ judgements: list }, cell) => (starts[cell + 1] = starts[cell] + list.length));
  return {
    cells,
    raters,
    rows: {
      // Where no cell is shared, there are still raters.
      raters: raters.length || ratings.raters.length,
      starts,
      rater: Uint32Array.from(all, (j) => places.get(judgements.rater[j])!),
      // Agreement does not depend on the unit.
      values: squarable(Float64Array.from(all, (j) => judgements.values[j])),
    },
  };
}
