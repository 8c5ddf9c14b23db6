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
  return { raters: ratersOf(judgements, cells), cells };
}

/** Who judged some cells, ascending. */
function ratersOf({ raters, rater }: Judgements, cells: readonly CriterionCell[]): number[] {
  const judged = new Uint8Array(raters.length);
  for (const { judgements } of cells) for (const j of judgements) judged[rater[j]] = 1;
  return [...judged.keys()].filter((one) => judged[one] === 1);
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
  const raters = ratersOf(judgements, cells);
  const places = new Uint32Array(judgements.raters.length);
  raters.forEach((rater, at) => (places[rater] = at));
  const starts = new Uint32Array(cells.length + 1);
  cells.forEach(({ judgements: list }, cell) => (starts[cell + 1] = starts[cell] + list.length));
  const rater = new Uint32Array(starts[cells.length]);
  const values = new Float64Array(rater.length);
  let at = 0;
  for (const { judgements: list } of cells) {
    for (const j of list) {
      rater[at] = places[judgements.rater[j]];
      values[at++] = judgements.values[j];
    }
  }
  return {
    cells,
    raters,
    rows: {
      // Where no cell is shared, there are still raters.
      raters: raters.length || ratings.raters.length,
      starts,
      rater,
      // Agreement does not depend on the unit.
      values: squarable(values),
    },
  };
}
