import { runSelector, type Dataset, type RunOptions, type Selector } from '@goldpan/core';
import { itemsAt } from './items-at.js';

/** What a selector chooses of some data at every share, as indices of items. */
export type Choice =
  /** Best first: at a share, the first items are chosen. */
  | { readonly ranking: Uint32Array }
  /** Of a selector that chooses for a budget: the set chosen at each share, in input order. */
  | { readonly chosen: readonly Uint32Array[] };

/** How a selector is run to choose at every share. */
export interface ChoiceOptions extends Omit<RunOptions, 'budget'> {
  readonly shares: readonly number[];
}

/** Runs a selector once; one that chooses for a budget is run for every share. @throws as `runSelector` */
export async function choose(
  selector: Selector,
  dataset: Dataset,
  { shares, ...run }: ChoiceOptions,
): Promise<Choice> {
  if (!selector.needs.includes('budget')) {
    return { ranking: (await runSelector(selector, dataset, run)).ranking };
  }
  const chosen: Uint32Array[] = [];
  for (const share of shares) {
    const budget = { items: itemsAt(share, dataset.size) };
    const selection = await runSelector(selector, dataset, { ...run, budget });
    chosen.push(selection.chosen!.toSorted());
  }
  return { chosen };
}

/** The items chosen at share number `at`, whose size is `size`. */
export function chosenAt(choice: Choice, at: number, size: number): Uint32Array {
  return 'chosen' in choice ? choice.chosen[at] : choice.ranking.subarray(0, size);
}
