import type { ScoreMatrix } from '@goldpan/core';
import type { Sequence } from './kernels/sequence.js';

/**
 * The smallest number of first items of a sequence among which every system has a score; Infinity where one has none at all.
 * O(n·S) at most, O(S) where the first item is complete.
 */
export function coveringSize({ systems, values }: ScoreMatrix, { rows }: Sequence): number {
  const hasScore = new Uint8Array(systems);
  let without = systems;
  for (let size = 1; size <= rows.length; size++) {
    const first = rows[size - 1] * systems;
    for (let system = 0; system < systems; system++) {
      if (hasScore[system] === 1 || Number.isNaN(values[first + system])) continue;
      hasScore[system] = 1;
      without--;
    }
    if (without === 0) return size;
  }
  return Infinity;
}
