import { stream, type Dataset } from '@goldpan/core';
import { noDocuments } from './errors.js';
import type { Resampling } from './job.js';

/** Draws the items of a replicate by its number. */
export type Resampler = (seed: number, replicate: number) => Uint32Array;

/**
 * How the replicates of a dataset are drawn. Documents are drawn whole, their items in input order, so the number of items
 * varies between replicates.
 *
 * @throws NO_DOCUMENTS when documents are to be drawn and an item has none
 * @remarks `bootstrap` draws as many units as there are, with repetition; `subsample` half of them (rounded up), without,
 * in input order.
 */
export function resampler(dataset: Dataset, { unit, method }: Resampling): Resampler {
  const units = unit === 'items' ? singleItems(dataset) : itemsByDocument(dataset);
  return (seed, replicate) => {
    const rng = stream(seed, `resample/${method}`, replicate);
    if (method === 'bootstrap') {
      return joined(Array.from({ length: units.length }, () => units[rng.integer(units.length)]));
    }
    const order = rng.shuffle(Uint32Array.from({ length: units.length }, (_, u) => u));
    return joined(Array.from(order.subarray(0, Math.ceil(units.length / 2)).sort(), (u) => units[u]));
  };
}

function singleItems(dataset: Dataset): readonly (readonly number[])[] {
  return Array.from({ length: dataset.size }, (_, item) => [item]);
}

/** The items of each document, documents in the order of their first item. */
function itemsByDocument(dataset: Dataset): readonly (readonly number[])[] {
  const documents = new Map<string, number[]>();
  for (let item = 0; item < dataset.size; item++) {
    const name = dataset.documents?.[item];
    if (name === undefined) throw noDocuments(dataset.ids[item]);
    const items = documents.get(name);
    if (items === undefined) documents.set(name, [item]);
    else items.push(item);
  }
  return [...documents.values()];
}

function joined(units: readonly (readonly number[])[]): Uint32Array {
  return Uint32Array.from(units.flat());
}
