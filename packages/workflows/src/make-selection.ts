import { selectWithin, type SelectionWithin, type SelectWithinOptions } from '@goldpan/budget';
import type { Dataset, Selector, Warning } from '@goldpan/core';
import { nearDuplicates } from './near-duplicates.js';

/** How a selector is run, within what, and what may not be chosen twice. */
export interface SelectionTask extends Omit<SelectWithinOptions, 'solver' | 'leaveOut'> {
  /** Of items whose sources are this much alike, in (0, 1], only the better one may be chosen. */
  readonly maxSimilarity?: number;
}

/** A selection, and what was kept out of it. */
export interface MadeSelection extends SelectionWithin {
  readonly warnings: readonly Warning[];
}

/**
 * Runs any selector within budget and constraints. A solver proves the optimum where there is more to keep to than a budget.
 *
 * @throws NO_SOURCES and what `selectWithin` throws
 */
export async function makeSelection(
  dataset: Dataset,
  selector: Selector,
  { maxSimilarity, ...options }: SelectionTask,
): Promise<MadeSelection> {
  const mayConstrain = options.constraints !== undefined || maxSimilarity !== undefined;
  const solver = mayConstrain ? (await import('@goldpan/budget/node')).highsSolver() : undefined;
  const warnings: Warning[] = [];
  const leaveOut = (ranking: Uint32Array) => {
    if (maxSimilarity === undefined) return [];
    const found = nearDuplicates(dataset, ranking, maxSimilarity);
    warnings.push(...found.warnings);
    return found.ids;
  };
  const made = await selectWithin(dataset, selector, { ...options, solver, leaveOut });
  return { ...made, warnings };
}
