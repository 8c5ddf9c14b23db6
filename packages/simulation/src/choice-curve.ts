import type { Measure } from '@goldpan/core';
import { curves, type FullData } from '@goldpan/evaluation';
import type { Choice } from './choice.js';
import { itemsAt } from './items-at.js';

/** What is measured, and where. */
export interface Measuring {
  readonly full: FullData;
  readonly measure: Measure;
  /** Subset sizes as shares of the full data. */
  readonly shares: readonly number[];
}

/** The measure of a choice at every share; NaN where it is not defined, as for a choice of nothing. */
export function choiceCurve({ full, measure, shares }: Measuring, choice: Choice): Float64Array {
  const along = (order: Uint32Array, sizes: readonly number[]) =>
    curves(full, order, { measures: [measure], sizes }).values[measure.name];
  if ('chosen' in choice) {
    const valueOf = (items: Uint32Array) => (items.length === 0 ? NaN : along(items, [items.length])[0]);
    return Float64Array.from(choice.chosen, valueOf);
  }
  const sizes = shares.map((share) => itemsAt(share, full.size));
  // Shares of few items may be the same size.
  const distinct = [...new Set(sizes)];
  const values = along(choice.ranking, distinct);
  return Float64Array.from(sizes, (size) => values[distinct.indexOf(size)]);
}
