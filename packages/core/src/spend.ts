import type { Budget } from './budget.js';
import { invalidBudget } from './errors.js';

/**
 * What a budget buys of a ranking: the first items of it, or, with costs, each next item that still fits. A later,
 * cheaper item is taken where an earlier one is too dear, so nothing that fits is left while money is. Sums of costs are
 * rounded, so a billionth of the budget is let pass: 100 % of the total cost buys every item. O(N).
 *
 * @throws INVALID_BUDGET for an amount without costs to count it in
 */
export function spend(ranking: Uint32Array, budget: Budget, costs?: Float64Array): Uint32Array {
  if (budget.cost === undefined) return ranking.slice(0, budget.items ?? ranking.length);
  if (costs === undefined)
    throw invalidBudget(String(budget.cost), 'is in units of cost, but no cost model is used');
  let left = budget.cost * (1 + 1e-9);
  return ranking.filter((item) => {
    if (costs[item] > left) return false;
    left -= costs[item];
    return true;
  });
}
