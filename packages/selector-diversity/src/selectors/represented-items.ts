import { stream } from '@goldpan/core';
import type { Rows } from '../kernels/dot-products.js';

/** Beyond this many, a sample of the items stands for all of them. */
export const MOST_REPRESENTED = 10_000;
/** Affinities held at a time: half a gigabyte in single precision. */
const MOST_CELLS = 2 ** 27;

/**
 * The items over which coverage is summed: all of them, or, where their affinities to all candidates would not fit, a
 * sample drawn with a stream of its own, in input order.
 */
export function representedItems(size: number, most = MOST_REPRESENTED): Uint32Array {
  const items = Uint32Array.from({ length: size }, (_, item) => item);
  const count = Math.min(size, most, Math.max(1, Math.floor(MOST_CELLS / size)));
  return count === size ? items : stream(0, 'represented-items').shuffle(items).slice(0, count).sort();
}

export function rowsOf({ dimensions, values }: Rows, items: Uint32Array): Rows {
  const taken = new Float64Array(items.length * dimensions);
  items.forEach((item, row) =>
    taken.set(values.subarray(item * dimensions, (item + 1) * dimensions), row * dimensions),
  );
  return { dimensions, values: taken };
}
