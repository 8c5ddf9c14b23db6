import type { Estimate } from '@goldpan/core';
import { normalCdf } from '@goldpan/stats';
import { pairDifference, pairVariance, type Pair } from '../pair.js';

/**
 * The one-sided p-value that a test on all N judgements would give for "a is not better than b", as it is to be expected from what is
 * judged: Φ(−(θ̃_a − θ̃_b)/√(s²/N + (1 − c)·v)), s² the variance of the plain difference between items, v that of the error of
 * θ̂_a − θ̂_b, and c the shrinkage. It says what the full test would say, not how sure these judgements are: that is
 * `pValue` of `differences`. O(n).
 *
 * @param judgements - of the judged items, shape (judged × systems of the estimate), NaN = not judged
 * @returns in [0, 1]; 0.5 for twins
 * @remarks The mean of Φ(−Δ/√(s²/N)) over Δ ~ N(θ̃_a − θ̃_b, (1 − c)·v), what is left to know of the difference of all items. With plain
 * means of a random sample the variance is s²/n: the prediction is then the p-value of the sample itself. Without (1 − c)·v every
 * doubt about a difference is forgotten: near ties and rare heavy judgements make that prediction worse than the sample's own p-value.
 */
export function predictedFullTest(estimate: Estimate, judgements: Float64Array, pair: Pair): number {
  const difference = pairDifference(estimate.shrunk, pair);
  if (difference === 0) return 0.5;
  const ofTest = differenceVariance(judgements, estimate.systems.length, pair) / estimate.items;
  const left = (1 - estimate.shrinkage) * errorOverItems(estimate, pair, ofTest);
  return normalCdf(-difference / Math.sqrt(ofTest + left));
}

/** Variance of the error in the difference of the means over the N items, whatever population the estimate speaks of. */
function errorOverItems({ covariance, systems, population }: Estimate, pair: Pair, ofTest: number): number {
  const variance = pairVariance(covariance, systems.length, pair);
  // Texts like these: that the N items are themselves a sample is no doubt about what they say.
  return population === 'all' ? variance : Math.max(0, variance - ofTest);
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
