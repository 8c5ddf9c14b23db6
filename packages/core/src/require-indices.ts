import { indexOutOfRange } from './errors.js';

/** Every index must be a whole number from 0 to below `size`. @throws INDEX_OUT_OF_RANGE */
export function requireIndices(what: string, indices: ArrayLike<number>, size: number): void {
  for (let at = 0; at < indices.length; at++) {
    const index = indices[at];
    if (!(Number.isInteger(index) && index >= 0 && index < size)) throw indexOutOfRange(what, index, size);
  }
}
