import { parseBudget, type Budget, type ItemCosts } from '@goldpan/core';
import { unitsPer } from './cost-units.js';
import { wrongBudgetUnit } from './errors.js';
import { exactSum } from './kernels/exact-sum.js';

/**
 * Reads a budget with or without a unit: `100`, `25%`, `42 min`, `1.5h`, `30 items`, `200 EUR`. Times are converted to
 * the unit of the costs. Without a unit it is what core's `parseBudget` reads: items, or cost units where there are costs.
 *
 * @throws INVALID_BUDGET, WRONG_BUDGET_UNIT
 */
export function readBudget(text: string, { size, costs }: { size: number; costs?: ItemCosts }): Budget {
  const [, amount, unit] = /^\s*([\d.]+%?)\s*(.*?)\s*$/.exec(text) ?? [undefined, text, ''];
  const totalCost = costs && exactSum(costs.values);
  if (unit === '') return parseBudget(amount, { size, totalCost });
  if (/^items?$/i.test(unit)) return parseBudget(amount, { size });
  const factor = costs && unitsPer(unit, costs.unit);
  if (factor === undefined) throw wrongBudgetUnit(text, unit, costs?.unit);
  const { cost } = parseBudget(amount, { size, totalCost });
  return { cost: amount.endsWith('%') ? cost : cost! * factor };
}
