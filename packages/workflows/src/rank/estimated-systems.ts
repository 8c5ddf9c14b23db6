import { textPlaces, type EstimatedSystem, type Estimate } from '@goldpan/core';
import {
  areShares,
  intervals,
  pairDifference,
  pTop,
  rankProbabilities,
  rankSets,
  tiers,
} from '@goldpan/estimation';
import type { Estimated } from './estimated.js';
import { isPicked, within } from './scale-ends.js';

/** Places of the systems, best guess first; ties by name, so that the order of the data says nothing. */
export function orderOf({ shrunk, systems }: Pick<Estimate, 'shrunk' | 'systems'>): readonly number[] {
  const places = textPlaces(systems);
  return Array.from(shrunk.keys()).sort(
    (a, b) => pairDifference(shrunk, { a: b, b: a }) || places[a] - places[b],
  );
}

/**
 * The systems with their intervals, ranks and tiers, best first; no estimate lies beyond the ends of the scale. Where items were picked,
 * metrics carry the level of all means past what was judged: means move back together, which leaves their differences, and have no intervals.
 */
export function estimatedSystems(made: Estimated): EstimatedSystem[] {
  const { estimate, data, differences, order, ends, shift, run } = made;
  const { values, shrunk, means, counts } = estimate;
  const picked = isPicked(run);
  const { low, high } = intervals(estimate, run.level, { shares: areShares(data) });
  const sets = rankSets(differences, values.length);
  const tier = tiers(differences, values);
  const chances = rankProbabilities(estimate);
  const top = order.map((_, place) => pTop(chances, place + 1));
  const better = (s: number) => order.filter((t) => pairDifference(shrunk, { a: t, b: s }) > 0).length;
  return order.map((s) => ({
    name: estimate.systems[s],
    judged: counts[s],
    mean: means[s],
    estimate: within(ends, values[s] + shift),
    low: picked ? null : within(ends, low[s]),
    high: picked ? null : within(ends, high[s]),
    shrunk: within(ends, shrunk[s] + shift),
    rank: { best: 1 + better(s), low: sets[s].best, high: sets[s].worst },
    tier: tier[s],
    pBest: chances.pBest[s],
    pTop: top.map((among) => Math.min(1, among[s])),
  }));
}
