import type { Standing } from '@goldpan/core';

/** The share of pairs of systems on whose difference subset and full data agree. O(S²). */
export function shareOfPairs(
  { means: subset }: Standing,
  { means: full }: Standing,
  agree: (inSubset: number, inFull: number) => boolean,
): number {
  let count = 0;
  for (let a = 0; a < full.length; a++) {
    for (let b = a + 1; b < full.length; b++) {
      if (agree(subset[a] - subset[b], full[a] - full[b])) count++;
    }
  }
  return count / ((full.length * (full.length - 1)) / 2);
}
