import { readBudget } from '@goldpan/budget';
import type { ItemCosts } from '@goldpan/core';
import { mean } from '@goldpan/stats';

/**
 * The number of items that a budget buys: `100`, `25%`, `30 items`, or an amount with its unit, such as `"500 judgements"`, of items that cost as
 * much as an item does in the mean; from 1 to all.
 *
 * @param size - number of items, N
 * @throws INVALID_BUDGET, WRONG_BUDGET_UNIT
 */
export function budgetInItems(text: string, { size, costs }: { size: number; costs?: ItemCosts }): number {
  const hasUnit = /[^\d.%\s]/.test(text);
  const { items, cost } = readBudget(text, hasUnit ? { size, costs } : { size });
  if (cost === undefined) return items!;
  // A billionth more, for sums that were rounded.
  return Math.max(1, Math.min(size, Math.floor((cost / mean(costs!.values)) * (1 + 1e-9))));
}
