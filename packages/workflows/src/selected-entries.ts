import type { SelectDocument } from '@goldpan/core';
import type { SelectedEntry } from '@goldpan/formats';
import { itemsToJudge } from './chosen-items.js';
import type { FoundSelection } from './found-selection.js';
import { version } from './version.js';

/** One line of an output file per item to judge, best first. */
export function selectedEntries(
  { kept, selection, costs }: FoundSelection,
  { options }: SelectDocument,
): SelectedEntry[] {
  const { selector, seed } = selection;
  const drawnFrom = drawable(selection);
  return Array.from(itemsToJudge(selection), (item, rank) => ({
    item: kept[item],
    goldpan: {
      rank: rank + 1,
      utility: selection.utilities?.[item] ?? null,
      cost: costs?.values[item] ?? 1,
      ...(selection.inclusion && { inclusion: selection.inclusion[item] }),
      ...(drawnFrom !== undefined && { drawnFrom }),
      ...(selection.weights && { weight: selection.weights[item] }),
      selector,
      options,
      seed,
      version,
    },
  }));
}

/** How many items could be drawn, where not all could: some were excluded. */
function drawable({ inclusion }: FoundSelection['selection']): number | undefined {
  const could = inclusion?.reduce((count, probability) => count + Number(probability > 0), 0);
  return could === inclusion?.length ? undefined : could;
}
