import type { Estimate } from '@goldpan/core';
import { normalCdf } from '@goldpan/stats';
import { pairDifference, type Pair } from '../pair.js';

/**
 * The one-sided p-value that a test on all N judgements would give for "a is not better than b", predicted from what is judged:
 * Φ(−(θ̃_a − θ̃_b)/√(s²/N)), s² the variance of the plain difference between items. It says what the full test would say, not how sure
 * these judgements are: that is `pValue` of `differences`. O(n).
 *
 * @param judgements - of the judged items, shape (judged × systems of the estimate), NaN = not judged
 * @returns in [0, 1]; 0.5 for twins
 */
export function predictedFullTest(estimate: Estimate, judgements: Float64Array, pair: Pair): number {
  const difference = pairDifference(estimate.shrunk, pair);
  if (difference === 0) return 0.5;
  const variance = differenceVariance(judgements, estimate.systems.length, pair);
  return normalCdf(-difference / Math.sqrt(variance / estimate.items));
}

/** Sample variance over items of the difference of two systems, where both are judged; 0 below two such items. */
function differenceVariance(judgements: Float64Array, systems: number, { a, b }: Pair): number {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < judgements.length; row += systems) {
    const difference = judgements[row + a] - judgements[row + b];
    if (Number.isNaN(difference)) continue;
    count++;
    const step = difference - mean;
    mean += step / count;
    squares += step * (difference - mean);
  }
  return count < 2 ? 0 : squares / (count - 1);
}
