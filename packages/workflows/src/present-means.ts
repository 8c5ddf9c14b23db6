import type { ScoreMatrix } from '@goldpan/core';
import { mean } from '@goldpan/stats';

/** The mean of every system over the items on which it has a score; NaN for a system without any. O(N·S). */
export function presentMeans({ items, systems, values }: ScoreMatrix): Float64Array {
  return Float64Array.from({ length: systems }, (_, system) => {
    const scores = Array.from({ length: items }, (_, item) => values[item * systems + system]);
    const present = scores.filter((score) => !Number.isNaN(score));
    return present.length === 0 ? NaN : mean(present);
  });
}
