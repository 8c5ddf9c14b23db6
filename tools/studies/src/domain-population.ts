import { stream, type JudgedData } from '@goldpan/core';
import { normal } from './normal.js';

const ITEMS = 600;
const SYSTEMS = 7;
const METRICS = 3;

/**
 * A fully judged test set of 600 items whose metrics follow the judgements within items (correlation .7), but in the first `turned` of
 * its domains the other way round.
 */
export function domainPopulation(
  { domains, turned }: { readonly domains: number; readonly turned: number },
  index: number,
): JudgedData {
  const rng = stream(index, 'study/estimation/domains');
  const domainOf = Int32Array.from({ length: ITEMS }, () => Math.floor(domains * rng.next()));
  const noise = Float64Array.from({ length: ITEMS * SYSTEMS }, () => normal(rng));
  const difficulty = Float64Array.from({ length: ITEMS }, () => 0.7 * normal(rng));
  const cells = (score: (item: number, system: number) => number) => ({
    items: ITEMS,
    systems: SYSTEMS,
    values: Float64Array.from({ length: ITEMS * SYSTEMS }, (_, cell) =>
      score(Math.floor(cell / SYSTEMS), cell % SYSTEMS),
    ),
  });
  const judged = (item: number, system: number) =>
    0.12 * system + difficulty[item] + noise[item * SYSTEMS + system];
  return {
    systems: Array.from({ length: SYSTEMS }, (_, system) => `system ${system}`),
    judgements: cells(judged),
    metrics: Array.from({ length: METRICS }, (_, k) => ({
      name: `metric ${k}`,
      scores: cells(
        (item, system) => (domainOf[item] < turned ? -1 : 1) * judged(item, system) + normal(rng),
      ),
    })),
    domains: domainOf,
  };
}
