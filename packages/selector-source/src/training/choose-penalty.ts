import { stream } from '@goldpan/core';
import { bootstrapWeights, quantile, ranksWithin, weightedRankCorrelation } from '@goldpan/stats';
import type { Examples } from './examples.js';

/** The penalty that predicts held-out items best, and how well. */
export interface PenaltyChoice {
  readonly penalty: number;
  /** Rank correlation of held-out predictions with the utilities, corrected for the choice; with a 95 % interval. */
  readonly rankCorrelation: number;
  readonly low: number;
  readonly high: number;
  /** The uncorrected correlation of every penalty. */
  readonly byPenalty: readonly { readonly penalty: number; readonly rankCorrelation: number }[];
}

/** What to choose from. */
export interface HeldOut {
  /** Number of folds. */
  readonly folds: number;
  /** Penalties, largest first: of equals the larger is chosen. */
  readonly penalties: readonly number[];
  /** Per penalty, a prediction for each item by a model that did not see its fold. */
  readonly predictions: readonly Float64Array[];
}

const REPLICATES = 1000;

/**
 * Chooses the penalty by the rank correlation of held-out predictions within data sets, and says how far it can be trusted: a
 * percentile bootstrap over groups of the chosen penalty's correlation, moved down by the optimism of having
 * chosen the best of several (what a replicate's own best penalty gains over the chosen one there, plus what it loses on the whole data;
 * Efron's optimism bootstrap). Predictions of different folds depend on each other through the items their models share,
 * which the bootstrap does not see: deviations are multiplied by √(1 + K/(K − 1)) for K folds (Nadeau and Bengio, 2003). On
 * utilities that are noise the interval then lies above zero in about 1 of 100 trainings; without it, in 8.
 *
 * The interval is about other items from the same data sets, not about other data sets. O(replicates · penalties · items).
 */
export function choosePenalty(
  examples: Examples,
  { folds, penalties, predictions }: HeldOut,
  seed: number,
): PenaltyChoice {
  const { sets, groups, groupCount, targets } = examples;
  const setCount = new Set(sets).size;
  const a = ranksWithin(sets, targets);
  const pairs = predictions.map((values) => ({ a, b: ranksWithin(sets, values), sets, setCount }));
  const correlations = (weights: Float64Array) => pairs.map((pair) => weightedRankCorrelation(pair, weights));
  const whole = correlations(new Float64Array(sets.length).fill(1));
  const best = indexOfHighest(whole);
  const draws = new Float64Array(REPLICATES);
  let optimism = 0;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const drawn = bootstrapWeights(groupCount, stream(seed, 'source-model/bootstrap', replicate));
    const resampled = correlations(Float64Array.from(groups, (group) => drawn[group]));
    const own = indexOfHighest(resampled);
    // What both penalties share, the luck of the draw, cancels: never below 0.
    optimism += (resampled[own] - resampled[best] + whole[best] - whole[own]) / REPLICATES;
    draws[replicate] = resampled[best];
  }
  const overlap = Math.sqrt(1 + folds / (folds - 1));
  const limit = (p: number) =>
    Math.max(-1, Math.min(1, whole[best] - optimism + overlap * (quantile(draws, p) - whole[best])));
  return {
    penalty: penalties[best],
    rankCorrelation: whole[best] - optimism,
    low: limit(0.025),
    high: limit(0.975),
    byPenalty: penalties.map((penalty, p) => ({ penalty, rankCorrelation: whole[p] })),
  };
}

function indexOfHighest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
}
