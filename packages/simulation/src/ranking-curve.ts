import { curves, type FullData, type MeasureName } from '@goldpan/evaluation';
import { itemsAt } from './items-at.js';

/** What is measured, and where. */
export interface Measuring {
  readonly full: FullData;
  readonly measure: MeasureName;
  /** Subset sizes as shares of the ranking. */
  readonly shares: readonly number[];
}

/** The measure at every share of a ranking, where shares of few items may be the same size. NaN where it is not defined. */
export function rankingCurve({ full, measure, shares }: Measuring, ranking: ArrayLike<number>): Float64Array {
  const sizes = shares.map((share) => itemsAt(share, ranking.length));
  const distinct = [...new Set(sizes)];
  const values = curves(full, ranking, { measures: [measure], sizes: distinct }).values[measure];
  return Float64Array.from(sizes, (size) => values[distinct.indexOf(size)]);
}
