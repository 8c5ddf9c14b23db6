import type { Budget } from './budget.js';

/**
 * What a budget buys of a ranking: the first items of it, or, with costs, each next item that still fits. A later,
 * cheaper item is taken where an earlier one is too dear, so nothing that fits is left while money is. O(N).
 */
export function spend(ranking: Uint32Array, budget: Budget, costs?: Float64Array): Uint32Array {
  if (budget.cost === undefined || costs === undefined)
    return ranking.slice(0, budget.items ?? ranking.length);
  let left = budget.cost;
  return ranking.filter((item) => {
    if (costs[item] > left) return false;
    left -= costs[item];
    return true;
  });
}
