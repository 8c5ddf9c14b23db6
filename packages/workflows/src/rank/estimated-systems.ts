import type { EstimatedSystem, Estimate } from '@goldpan/core';
import { intervals, pairDifference, rankProbabilities, rankSets, tiers } from '@goldpan/estimation';
import type { Estimated } from './estimated.js';

/** Places of the systems, best guess first; ties keep the order of the data. */
export function orderOf({ shrunk }: Pick<Estimate, 'shrunk'>): readonly number[] {
  return Array.from(shrunk.keys()).sort((a, b) => pairDifference(shrunk, { a: b, b: a }) || a - b);
}

/** The systems with their intervals, ranks and tiers, best first. */
export function estimatedSystems({ estimate, differences, order, run }: Estimated): EstimatedSystem[] {
  const { values, shrunk, means, counts } = estimate;
  const { low, high } = intervals(estimate, run.level);
  const sets = rankSets(differences, values.length);
  const tier = tiers(differences, values);
  const { pBest } = rankProbabilities(estimate);
  const better = (s: number) => order.filter((t) => pairDifference(shrunk, { a: t, b: s }) > 0).length;
  return order.map((s) => ({
    name: estimate.systems[s],
    judged: counts[s],
    mean: means[s],
    estimate: values[s],
    low: low[s],
    high: high[s],
    shrunk: shrunk[s],
    rank: { best: 1 + better(s), low: sets[s].best, high: sets[s].worst },
    tier: tier[s],
    pBest: pBest[s],
  }));
}
