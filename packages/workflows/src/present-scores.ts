import type { ScoreMatrix } from '@goldpan/core';

/** The scores that a system has, in the order of the items; shape (items with a score). O(N). */
export function presentScores({ items, systems, values }: ScoreMatrix, system: number): Float64Array {
  const scores = new Float64Array(items);
  let present = 0;
  for (let cell = system; cell < values.length; cell += systems)
    if (!Number.isNaN(values[cell])) scores[present++] = values[cell];
  return scores.subarray(0, present);
}
