import { kendallTauB, pairwiseSum, pearson, spearman } from '@goldpan/stats';
import type { Standing } from './standing.js';
import { topWeightedKendall } from './top-weighted-kendall.js';

/** Computes a measure from what a subset says and what the full data say. */
export type MeasureFunction = (subset: Standing, full: Standing) => number;

/** Where either side ranks all systems alike there is nothing to correlate: 0. */
const orZero = (correlation: number) => (Number.isNaN(correlation) ? 0 : correlation);

/** 1 − the mean distance between the sign-flip p-values of all pairs of systems. */
export const softPairwiseAccuracy: MeasureFunction = (subset, full) => {
  const inSubset = subset.flipCounts;
  const inFull = full.flipCounts;
  let distance = 0;
  for (let pair = 0; pair < inFull.length; pair++) distance += Math.abs(inSubset[pair] - inFull[pair]);
  return 1 - distance / (full.permutations * inFull.length);
};

/** The share of pairs a < b for which "a scores below b" is true on both sides or on neither. */
export const pairwiseAccuracy: MeasureFunction = (subset, full) =>
  shareOfPairs(subset, full, (inSubset, inFull) => inSubset < 0 === inFull < 0);

export const kendall: MeasureFunction = (subset, full) => orZero(kendallTauB(subset.means, full.means));

export const spearmanOfMeans: MeasureFunction = (subset, full) => orZero(spearman(subset.means, full.means));

export const pearsonOfMeans: MeasureFunction = (subset, full) => orZero(pearson(subset.means, full.means));

export const topWeighted: MeasureFunction = (subset, full) => topWeightedKendall(full.means, subset.means);

export const meanAbsoluteError: MeasureFunction = (subset, full) => meanError(subset, full, Math.abs);

export const meanSquaredError: MeasureFunction = (subset, full) => meanError(subset, full, (d) => d * d);

export const rootMeanSquaredError: MeasureFunction = (subset, full) =>
  Math.sqrt(meanSquaredError(subset, full));

export const clusterCount: MeasureFunction = (subset) => subset.clusters.count;

/** 2|A ∩ B| / (|A| + |B|) of the top clusters. */
export const topClusterF1: MeasureFunction = (subset, full) => {
  let both = 0;
  let either = 0;
  subset.clusters.clusterOf.forEach((cluster, system) => {
    const inSubset = Number(cluster === 0);
    const inFull = Number(full.clusters.clusterOf[system] === 0);
    both += inSubset * inFull;
    either += inSubset + inFull;
  });
  return (2 * both) / either;
};

/** 1 − r/(S − 1), r the 0-based place, in the full ranking, of the system the subset puts first. */
export const topPercentile: MeasureFunction = (subset, full) =>
  1 - full.order.indexOf(subset.order[0]) / (full.order.length - 1);

/** 1 when no system has a higher full-data mean than the one the subset puts first. */
export const sameBest: MeasureFunction = (subset, full) =>
  Number(full.means[subset.order[0]] === full.means[full.order[0]]);

/** 1 when the clusters are the same groups in the same order. */
export const sameClusters: MeasureFunction = (subset, full) =>
  Number(subset.clusters.clusterOf.every((cluster, system) => cluster === full.clusters.clusterOf[system]));

/** 1 when every pair of systems is ordered alike, ties included. */
export const sameRanking: MeasureFunction = (subset, full) =>
  Number(shareOfPairs(subset, full, (inSubset, inFull) => Math.sign(inSubset) === Math.sign(inFull)) === 1);

function shareOfPairs(
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

function meanError(subset: Standing, full: Standing, size: (difference: number) => number): number {
  const { means } = full;
  return pairwiseSum(subset.means.map((mean, system) => size(mean - means[system]))) / means.length;
}
