import type { SelectionContext } from '@goldpan/core';
import { budgetNotInItems } from '../errors.js';

/**
 * How many items a set selector has to choose.
 *
 * @param open - how many items there are to choose from
 * @throws BUDGET_NOT_IN_ITEMS
 */
export function setBudget(who: string, { budget }: SelectionContext, open: number): number {
  if (budget?.items === undefined) throw budgetNotInItems(who);
  return Math.min(budget.items, open);
}
