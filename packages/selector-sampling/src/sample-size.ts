import type { SelectionContext } from '@goldpan/core';
import { budgetNotInItems } from './errors.js';

/**
 * How many of the items a design draws. Without a budget all of them.
 *
 * @throws SAM_BUDGET_NOT_IN_ITEMS: inclusion probabilities are known for a number of items, not for an amount of cost
 */
export function sampleSize(who: string, { budget }: SelectionContext, size: number): number {
  if (budget === undefined) return size;
  if (budget.items === undefined) throw budgetNotInItems(who);
  return Math.min(budget.items, size);
}
