import { invalidBudget } from './errors.js';
import { itemsOfShare } from './items-of-share.js';

/** How much may be spent: a number of items, or an amount in the unit of the cost model. One is set, or both, which then hold at once. */
export interface Budget {
  readonly items?: number;
  readonly cost?: number;
}

/**
 * Reads a budget: `100` (items, or cost units where there is a cost model), `25%` (a share of the items or of the total
 * cost). A share of items is rounded down, but never to 0.
 *
 * @param data - `size`: number of items, N; `totalCost`: what judging all items costs, set when a cost model is used
 * @throws INVALID_BUDGET
 */
export function parseBudget(text: string, { size, totalCost }: { size: number; totalCost?: number }): Budget {
  const match = /^\s*(\d+\.?\d*|\.\d+)\s*(%?)\s*$/.exec(text);
  if (match === null) throw invalidBudget(text, 'must be a positive number or a share');
  const amount = Number(match[1]);
  if (amount === 0) throw invalidBudget(text, 'must be above 0');
  if (match[2] === '%') {
    if (amount > 100) throw invalidBudget(text, 'must be at most 100%');
    if (totalCost !== undefined) return { cost: (totalCost * amount) / 100 };
    return { items: Math.max(1, itemsOfShare(size, amount, { whole: 100 })) };
  }
  if (totalCost !== undefined) return { cost: amount };
  if (!Number.isInteger(amount)) throw invalidBudget(text, 'must be a whole number of items');
  if (amount > size) throw invalidBudget(text, `must be at most the ${size} items of the data`);
  return { items: amount };
}
