import { selectWithin, type SelectionWithin, type SelectWithinOptions } from '@goldpan/budget';
import type { Dataset, Selector } from '@goldpan/core';

/**
 * Runs any selector within budget and constraints. A solver proves the optimum where there is more to keep to than a budget.
 *
 * @throws what `selectWithin` throws
 */
export async function makeSelection(
  dataset: Dataset,
  selector: Selector,
  options: Omit<SelectWithinOptions, 'solver'>,
): Promise<SelectionWithin> {
  const solver = options.constraints && (await import('@goldpan/budget/node')).highsSolver();
  return selectWithin(dataset, selector, { ...options, solver });
}
