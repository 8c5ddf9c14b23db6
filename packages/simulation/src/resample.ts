import { stream, type Dataset } from '@goldpan/core';
import { membersByUnit, resampler as unitResampler } from '@goldpan/stats';
import { noDocuments } from './errors.js';
import type { Resampling } from './job.js';

/** Draws the items of a replicate by its number. */
export type Resampler = (seed: number, replicate: number) => Uint32Array;

/**
 * How replicates are drawn. Documents are drawn whole, so the number of items varies between replicates.
 *
 * @param items - number of items of the data
 * @param documents - the document of each item, as a number; needed where documents are drawn
 * @remarks `bootstrap` draws as many units as there are, or as `items` asks for, with repetition; `subsample` half of them (rounded up), without,
 * in input order.
 */
export function resampler(resampling: Resampling, items: number, documents?: Uint32Array): Resampler {
  const { unit, method, items: wanted } = resampling;
  const units =
    unit === 'documents' && documents
      ? membersByUnit(documents)
      : Array.from({ length: items }, (_, item) => [item]);
  const draw = unitResampler(units, method);
  return (seed, replicate) => {
    const rng = stream(seed, `resample/${method}`, replicate);
    return wanted === undefined ? draw(rng) : drawMany(() => draw(rng), wanted);
  };
}

/** Draws until there are as many items as are wanted; the last document may be cut. */
function drawMany(draw: () => Uint32Array, wanted: number): Uint32Array {
  const drawn = new Uint32Array(wanted);
  for (let count = 0; count < wanted;) {
    const more = draw().subarray(0, wanted - count);
    drawn.set(more, count);
    count += more.length;
  }
  return drawn;
}

/**
 * The document of each item, as a number in the order of first occurrence; undefined where items are drawn.
 *
 * @throws NO_DOCUMENTS when documents are to be drawn and an item has none
 */
export function documentNumbers(dataset: Dataset, { unit }: Resampling): Uint32Array | undefined {
  if (unit === 'items') return undefined;
  const numbers = new Map<string, number>();
  return Uint32Array.from(dataset.ids, (id, item) => {
    const name = dataset.documents?.[item];
    if (name === undefined) throw noDocuments(id);
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  });
}
