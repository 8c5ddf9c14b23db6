import { raterScale, type Dataset } from '@goldpan/core';
import { krippendorffAlpha, type Coefficient, type RatingTable } from '@goldpan/stats';

/** How far the annotators of a dataset agree. */
export interface AnnotatorAgreement {
  readonly annotators: readonly {
    /** The score column of the annotator. */
    readonly name: string;
    readonly ratings: number;
    readonly mean: number;
    /** Sample standard deviation. */
    readonly deviation: number;
  }[];
  /** Cells with at least two ratings. */
  readonly cells: number;
  /** Krippendorff's alpha on the interval scale. */
  readonly alpha: Coefficient;
  /** The ratings themselves, cell by annotator, for other coefficients of `@goldpan/stats`. */
  readonly table: RatingTable;
}

/**
 * Agreement between score columns that hold the ratings of one annotator each, such as those that `keep-annotators` adds. A
 * unit is a cell: item and system. O(annotators × cells).
 *
 * @param columns - the columns, such as `["human_ann", "human_bob"]`
 * @throws UNKNOWN_METRIC
 */
export function annotatorAgreement(dataset: Dataset, columns: readonly string[]): AnnotatorAgreement {
  const ratings = columns.map((column) => dataset.scores(column).values);
  const annotators = columns.map((name, at) => {
    const { mean, deviation } = raterScale(ratings[at]);
    return {
      name,
      ratings: ratings[at].reduce((count, rating) => count + (Number.isNaN(rating) ? 0 : 1), 0),
      mean,
      deviation,
    };
  });
  const table = tableOf(ratings);
  return { annotators, cells: countPairable(table), alpha: krippendorffAlpha(table, 'interval'), table };
}

/** Columns side by side, as one table. */
function tableOf(columns: readonly ArrayLike<number>[]): RatingTable {
  const [units, raters] = [columns[0]?.length ?? 0, columns.length];
  const values = new Float64Array(units * raters);
  columns.forEach((column, rater) => {
    for (let unit = 0; unit < units; unit++) values[unit * raters + rater] = column[unit];
  });
  return { units, raters, values };
}

function countPairable({ units, raters, values }: RatingTable): number {
  let pairable = 0;
  for (let unit = 0; unit < units; unit++) {
    let rated = 0;
    for (let at = unit * raters; at < (unit + 1) * raters; at++) if (!Number.isNaN(values[at])) rated++;
    if (rated >= 2) pairable++;
  }
  return pairable;
}
