import { invalidBudget, type Budget, type ItemCosts } from '@goldpan/core';
import { readBudget } from './read-budget.js';

/**
 * Reads one limit, or two that hold at once, one in items and one in costs: `["100", "2 h"]`. Of two, one without a unit is in items.
 *
 * @throws INVALID_BUDGET, WRONG_BUDGET_UNIT
 */
export function readBudgets(
  texts: readonly string[],
  data: { readonly size: number; readonly costs?: ItemCosts },
): Budget {
  if (texts.length === 1) return readBudget(texts[0], data);
  const hasUnit = (text: string) => /[^\d.%\s]/.test(text);
  if (texts.length === 2 && data.costs && !texts.some(hasUnit))
    throw invalidBudget(
      texts.join(' and '),
      `must have the unit with the limit in costs, such as "${texts[1].trim()} ${data.costs.unit}"`,
    );
  const limits = texts.map((text) => readBudget(text, hasUnit(text) ? data : { size: data.size }));
  const both = Object.assign({}, ...limits) as Budget;
  if (limits.length !== 2 || both.items === undefined || both.cost === undefined)
    throw invalidBudget(texts.join(' and '), 'must be one limit, or one in items and one in costs');
  return both;
}
