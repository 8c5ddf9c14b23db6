import type { Dataset } from '@goldpan/core';
import { noCosts } from './errors.js';
import { textLength, type LengthCount } from './text-length.js';

/** Which texts of an item a cost grows with. */
export type LengthOf = 'source' | 'outputs' | 'both';

/** Lengths of the texts of every item; a column is absent where it was not asked for. NaN = the item has no such text. */
export interface ItemLengths {
  readonly source?: Float64Array;
  /** All outputs of the item together; a system without an output counts nothing. */
  readonly outputs?: Float64Array;
}

/** Measures the texts of every item once. O(length of all texts). @throws NO_COSTS when the data has no such texts */
export function itemLengths(
  dataset: Dataset,
  { model, of, count }: { model: string; of: LengthOf; count: LengthCount },
): ItemLengths {
  const { sources, outputs } = dataset;
  if (of !== 'outputs' && sources === undefined) throw noCosts(model, 'sources (field "src")');
  if (of !== 'source' && outputs === undefined) throw noCosts(model, 'outputs (field "tgt")');
  const length = (text: string | undefined) => (text === undefined ? NaN : textLength(text, count));
  return {
    ...(of !== 'outputs' && { source: Float64Array.from(sources!, length) }),
    ...(of !== 'source' && {
      outputs: Float64Array.from({ length: dataset.size }, (_, item) => allOutputs(dataset, item, count)),
    }),
  };
}

function allOutputs(dataset: Dataset, item: number, count: LengthCount): number {
  let total = NaN;
  for (let system = 0; system < dataset.systems.length; system++) {
    const text = dataset.outputs!(item, system);
    if (text !== undefined) total = (Number.isNaN(total) ? 0 : total) + textLength(text, count);
  }
  return total;
}
