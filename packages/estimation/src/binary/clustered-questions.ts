import { invalidArgument } from '../errors.js';
import { requireShare } from '../require-share.js';
import type { Range } from '../statements/differences.js';

/** Right answers among the questions of one cluster (a text, a task). */
export interface Cluster {
  readonly successes: number;
  readonly trials: number;
}

const SHARES = 400;
const CONCENTRATIONS = 60;

/**
 * The share of successes where questions come in clusters: beta-binomial, share uniform, concentration d exponential with mean 1, clusters
 * Beta(d·share, d·(1 − share)); posterior on a grid, interval with equal tails. Longer than `betaInterval` as far as clusters differ.
 * O(clusters + 24,000 · most trials of a cluster).
 *
 * @throws INVALID_ARGUMENT
 */
export function clusteredInterval(
  clusters: readonly Cluster[],
  level = 0.95,
): Range & { readonly mean: number } {
  requireShare('the level of an interval', level);
  for (const { successes, trials } of clusters)
    if (!(Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials))
      throw invalidArgument(
        'the successes of a cluster',
        'whole, from 0 to its trials',
        `${successes} of ${trials}`,
      );
  const shares = Float64Array.from({ length: SHARES }, (_, i) => (i + 0.5) / SHARES);
  const posterior = marginal(clusters, shares);
  const at = (p: number) => quantileOnGrid(posterior, p);
  const mean = shares.reduce((sum, share, i) => sum + share * posterior[i], 0);
  return { mean, low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

/** Posterior of each share, the concentration integrated out at its prior's quantiles. */
function marginal(clusters: readonly Cluster[], shares: Float64Array): Float64Array {
  const right = clustersBeyond(clusters.map(({ successes }) => successes));
  const wrong = clustersBeyond(clusters.map(({ successes, trials }) => trials - successes));
  const all = clustersBeyond(clusters.map(({ trials }) => trials));
  const logs = new Float64Array(SHARES * CONCENTRATIONS);
  for (let c = 0; c < CONCENTRATIONS; c++) {
    const concentration = -Math.log1p(-(c + 0.5) / CONCENTRATIONS);
    const constant = logRise(concentration, all);
    shares.forEach((share, i) => {
      const [alpha, beta] = [concentration * share, concentration * (1 - share)];
      logs[i * CONCENTRATIONS + c] = logRise(alpha, right) + logRise(beta, wrong) - constant;
    });
  }
  const most = logs.reduce((highest, value) => Math.max(highest, value), -Infinity);
  const weights = shares.map((_, i) => {
    let sum = 0;
    for (let c = 0; c < CONCENTRATIONS; c++) sum += Math.exp(logs[i * CONCENTRATIONS + c] - most);
    return sum;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** How many counts are above 0, above 1, above 2, …; up to the largest. */
function clustersBeyond(counts: readonly number[]): Float64Array {
  const beyond = new Float64Array(counts.reduce((most, count) => Math.max(most, count), 0));
  for (const count of counts) if (count > 0) beyond[count - 1]++;
  for (let j = beyond.length - 2; j >= 0; j--) beyond[j] += beyond[j + 1];
  return beyond;
}

/** Σ over clusters of log Γ(x + count) − log Γ(x) = Σ_j clusters with a count above j · log(x + j). */
function logRise(x: number, beyond: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < beyond.length; j++) sum += beyond[j] * Math.log(x + j);
  return sum;
}

/** Linear inside the cell of the grid where the share p is reached. */
function quantileOnGrid(weights: Float64Array, p: number): number {
  let before = 0;
  for (let i = 0; i < weights.length; i++) {
    if (before + weights[i] >= p) return (i + (p - before) / weights[i]) / weights.length;
    before += weights[i];
  }
  return 1;
}
