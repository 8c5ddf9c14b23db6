import type { Rng } from '@goldpan/core';

/** The numbers 0…length − 1 in an order of which every one is equally likely. O(length). */
export function randomOrder(length: number, rng: Rng): Uint32Array {
  return rng.shuffle(Uint32Array.from({ length }, (_, position) => position));
}
