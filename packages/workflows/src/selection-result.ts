import { describeExplanation, describeQuality, formatSpending, type SelectionWithin } from '@goldpan/budget';
import type { Budget, Dataset, ItemCosts, Selection, SelectDocument, Warning } from '@goldpan/core';
import type { ItemLines, SelectedEntry } from '@goldpan/formats';
import { chosenItems, itemsToJudge } from './chosen-items.js';
import { dataInfo } from './load-items.js';
import { version } from './version.js';

/** A selection, what it was made of, and the index in the file of each item of the dataset. */
export interface FoundSelection extends SelectionWithin {
  readonly file: ItemLines;
  /** Number of items it was made of; the dataset may hold the chosen ones alone. */
  readonly size: number;
  readonly dataset: Dataset;
  readonly kept: Uint32Array;
  readonly budget?: Budget;
  readonly costs?: ItemCosts;
  readonly warnings?: readonly Warning[];
}

/** What `goldpan select` says. */
export function selectResult(
  { file, size, dataset, selection, choice, replaced = 0, costs, budget, warnings = [] }: FoundSelection,
  metric: string | undefined,
): SelectDocument {
  const chosen = chosenItems(dataset, selection, { costs, metric });
  return {
    goldpan: version,
    command: 'select',
    seed: selection.seed,
    data: dataInfo({ ...file, dataset: { size, systems: dataset.systems } }),
    selector: selection.selector,
    options: selection.options,
    metric,
    chosen,
    cost: {
      total: choice?.spending.total ?? chosen.reduce((sum, { cost }) => sum + cost, 0),
      unit: costs?.unit ?? 'items',
      budget: budget?.items ?? budget?.cost ?? null,
      all: costs ? costs.values.reduce((sum, cost) => sum + cost, 0) : size,
    },
    warnings: [...selectorWarnings(selection), ...setWarnings(selection, replaced), ...warnings],
    ...(selection.details !== undefined && { details: selection.details }),
    ...(selection.bound && { bound: selection.bound }),
  };
}

/** What the selector has to say about its own result, with its name. */
function selectorWarnings({ warnings = [], selector }: Selection): Warning[] {
  return warnings.map(({ code, text }) => ({ code, text: `${selector}: ${text}` }));
}

/** A set that was changed is no longer what its method promises. */
function setWarnings({ selector }: Selection, replaced: number): Warning[] {
  if (replaced === 0) return [];
  const many = replaced === 1 ? '1 item of its set was' : `${replaced} items of its set were`;
  const text = `${selector} does not keep these constraints by itself: ${many} left out for them, and it gives no weights for the rest.`;
  return [{ code: 'SET_CHANGED', text }];
}

/** One line of the output per item to judge. */
export function entries(
  { kept, selection, costs }: FoundSelection,
  { options }: SelectDocument,
): SelectedEntry[] {
  const { selector, seed } = selection;
  return Array.from(itemsToJudge(selection), (item, rank) => ({
    item: kept[item],
    goldpan: {
      rank: rank + 1,
      utility: selection.utilities?.[item] ?? null,
      cost: costs?.values[item] ?? 1,
      selector,
      options,
      seed,
      version,
    },
  }));
}

/** Why each chosen item was chosen, with running totals, and the first items that were left out. */
export function explanations({ dataset, selection, choice, costs }: FoundSelection): string {
  const unit = costs?.unit ?? 'items';
  if (!choice) {
    const utility = selection.utilities ? 'by utility' : 'by the selector’s own order';
    const { groups } = (selection.details ?? {}) as { groups?: unknown };
    const say = groups === undefined ? 'no constraint had a say' : 'it kept the bounds on groups itself';
    return `Chosen ${utility}; ${say}.\n`;
  }
  const inside = choice.items.map(
    ({ item, id, runningTotal }) =>
      `  ${id}: ${describeExplanation(choice.explain(item), unit)}; ${formatSpending({ total: runningTotal, unit })} so far\n`,
  );
  const chosen = new Set(choice.chosen);
  const outside = Array.from(selection.ranking)
    .filter((item) => !chosen.has(item))
    .slice(0, 10)
    .map((item) => `  ${dataset.ids[item]}: ${describeExplanation(choice.explain(item), unit)}\n`);
  return `Why (${describeQuality(choice)}):\n${inside.join('')}Left out, best first:\n${outside.join('')}`;
}
