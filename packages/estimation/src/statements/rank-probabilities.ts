import type { Estimate } from '@goldpan/core';
import { jointDraws, spreadOfRanks } from '../joint-draws.js';

/** Who is best, and what it costs to be wrong. Arrays over systems are in the order of the estimate. */
export interface RankProbabilities {
  /** The system with the highest shrunk estimate; the first of several. */
  readonly leader: number;
  /** Probability of being best, sum 1; twins at the top share it. */
  readonly pBest: Float64Array;
  /** Probability of rank r + 1, shape (systems × systems), row = system; ties share their ranks. */
  readonly ranks: Float64Array;
  /** Expected distance of the leader's mean from the best mean: what choosing it costs. At least 0. */
  readonly expectedLoss: number;
}

/**
 * Probabilities of ranks from joint draws around the shrunk estimates. They lean on the metrics as far as these proved right on
 * other systems: they are for choosing and planning, where intervals are for claims. O(draws·S²).
 *
 * @param options.draws - default 10,000
 */
export function rankProbabilities(
  estimate: Estimate,
  { draws = 10_000 }: { readonly draws?: number } = {},
): RankProbabilities {
  const { shrunk, seed } = estimate;
  const systems = shrunk.length;
  const leader = shrunk.indexOf(Math.max(...shrunk));
  const ranks = new Float64Array(systems * systems);
  const means = new Float64Array(systems);
  let loss = 0;
  jointDraws(spreadOfRanks(estimate), { draws, seed, label: 'estimation/ranks' }, (errors) => {
    for (let s = 0; s < systems; s++) means[s] = shrunk[s] + errors[s];
    loss += addRanks(means, ranks) - means[leader];
  });
  for (let i = 0; i < ranks.length; i++) ranks[i] /= draws;
  const pBest = Float64Array.from({ length: systems }, (_, s) => ranks[s * systems]);
  return { leader, pBest, ranks, expectedLoss: Math.max(0, loss / draws) };
}

/** Probability of being among the k best, shape (systems). */
export function pTop({ ranks, pBest }: RankProbabilities, k: number): Float64Array {
  const systems = pBest.length;
  return pBest.map((_, s) => {
    let sum = 0;
    for (let rank = 0; rank < Math.min(k, systems); rank++) sum += ranks[s * systems + rank];
    return sum;
  });
}

/** Means that differ by less, as a share of the largest, do so by the rounding of their sums alone. */
const ROUNDING = 2 ** -44;

/** Adds one draw's ranks, ties in equal parts, and returns the highest mean. */
function addRanks(means: Float64Array, ranks: Float64Array): number {
  const systems = means.length;
  const same = ROUNDING * means.reduce((largest, mean) => Math.max(largest, Math.abs(mean)), 0);
  let highest = -Infinity;
  for (let s = 0; s < systems; s++) {
    let above = 0;
    let tied = 0;
    for (let t = 0; t < systems; t++) {
      const ahead = means[t] - means[s];
      if (ahead > same) above++;
      else if (ahead >= -same) tied++;
    }
    for (let rank = above; rank < above + tied; rank++) ranks[s * systems + rank] += 1 / tied;
    highest = Math.max(highest, means[s]);
  }
  return highest;
}
