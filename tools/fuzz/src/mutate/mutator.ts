import type { Rng } from '@goldpan/core';

/** Damages the content of a file, in a way that its format gives rise to. The same numbers give the same damage. */
export type Mutator = (content: Buffer, rng: Rng) => Buffer;

/** One of a list. */
export function oneOf<T>(list: readonly T[], rng: Rng): T {
  return list[rng.integer(list.length)];
}
