import {
  defineCostModel,
  invalidBudget,
  runCostModel,
  z,
  type Budget,
  type Dataset,
  type ItemCosts,
} from '@goldpan/core';

/**
 * Costs that a selection can be made with: those given, checked like the result of a cost model, or 1 item each.
 *
 * @throws INVALID_COSTS naming the first item whose cost is not above 0, INVALID_BUDGET for a budget in cost without costs
 */
export function checkCosts(
  dataset: Dataset,
  { costs, budget }: { costs?: ItemCosts; budget?: Budget },
): ItemCosts {
  if (costs === undefined) {
    if (budget?.cost !== undefined)
      throw invalidBudget(String(budget.cost), 'is in units of cost, but no cost model is used');
    return { values: new Float64Array(dataset.size).fill(1), unit: 'items' };
  }
  const given = {
    name: 'given',
    summary: 'Costs that were passed.',
    options: z.object({}),
    costs: () => costs,
  };
  return runCostModel(defineCostModel(given), dataset);
}
