import type { ScoreMatrix } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { presentScores } from './present-scores.js';

/** The mean of every system over the items on which it has a score; NaN for a system without any. O(N·S). */
export function presentMeans(matrix: ScoreMatrix): Float64Array {
  return Float64Array.from({ length: matrix.systems }, (_, system) => {
    const present = presentScores(matrix, system);
    return present.length === 0 ? NaN : mean(present);
  });
}
