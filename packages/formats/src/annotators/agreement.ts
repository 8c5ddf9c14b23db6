import type { Dataset } from '@goldpan/core';
import { annotatorScale } from './annotator-scale.js';
import { intraclassCorrelation, type IntraclassCorrelation } from './intraclass-correlation.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';

/** How far the annotators of a dataset agree. */
export interface Agreement {
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
  /** Krippendorff's alpha, interval. */
  readonly alpha: number;
  readonly intraclass: IntraclassCorrelation;
}

/**
 * Agreement between score columns that hold the ratings of one annotator each, such as those that `keep-annotators` adds. A
 * unit is a cell: item and system. O(annotators × cells).
 *
 * @param columns - the columns, such as `["human_ann", "human_bob"]`
 * @throws UNKNOWN_METRIC
 */
export function annotatorAgreement(dataset: Dataset, columns: readonly string[]): Agreement {
  const ratings = columns.map((column) => dataset.scores(column).values);
  const annotators = columns.map((name, at) => {
    const { mean, deviation } = annotatorScale(ratings[at]);
    return {
      name,
      ratings: ratings[at].reduce((count, rating) => count + (Number.isNaN(rating) ? 0 : 1), 0),
      mean,
      deviation,
    };
  });
  const intraclass = intraclassCorrelation(ratings);
  return { annotators, cells: intraclass.units, alpha: krippendorffAlpha(ratings), intraclass };
}
