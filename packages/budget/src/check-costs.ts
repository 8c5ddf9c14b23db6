import { defineCostModel, runCostModel, z, type Budget, type Dataset, type ItemCosts } from '@goldpan/core';
import { uniform } from './costs/uniform.js';
import { noCosts } from './errors.js';

/**
 * Costs that a selection can be made with: those given, checked like the result of a cost model, or 1 item each.
 *
 * @throws INVALID_COSTS naming the first item whose cost is not above 0, NO_COSTS for a budget in cost without costs
 */
export function checkCosts(
  dataset: Dataset,
  { costs, budget }: { costs?: ItemCosts; budget?: Budget },
): ItemCosts {
  if (costs === undefined) {
    if (budget?.cost !== undefined) throw noCosts('(none)', 'costs, because the budget is in cost');
    return runCostModel(uniform, dataset);
  }
  const given = {
    name: 'given',
    summary: 'Costs that were passed.',
    options: z.object({}),
    costs: () => costs,
  };
  return runCostModel(defineCostModel(given), dataset);
}
