import type { SelectDocument } from '@goldpan/core';
import type { SelectedEntry } from '@goldpan/formats';
import { itemsToJudge } from './chosen-items.js';
import { drawableItems } from './drawable-items.js';
import type { FoundSelection } from './found-selection.js';
import { version } from './version.js';

/** One line of an output file per item to judge, best first. */
export function selectedEntries(
  { kept, selection, costs }: FoundSelection,
  { options }: SelectDocument,
): SelectedEntry[] {
  const { selector, seed } = selection;
  const could = selection.inclusion && drawableItems(selection.inclusion);
  return Array.from(itemsToJudge(selection), (item, rank) => ({
    item: kept[item],
    goldpan: {
      rank: rank + 1,
      utility: selection.utilities?.[item] ?? null,
      cost: costs?.values[item] ?? 1,
      ...(selection.inclusion && { inclusion: selection.inclusion[item] }),
      ...(could !== selection.inclusion?.length && { drawnFrom: could }),
      ...(selection.weights && { weight: selection.weights[item] }),
      selector,
      options,
      seed,
      version,
    },
  }));
}
