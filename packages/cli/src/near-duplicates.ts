import { runSelector, type Dataset, type RunOptions, type Selector } from '@goldpan/core';
import type { Warning } from '@goldpan/report';
import { dropNearDuplicates } from '@goldpan/selector-diversity';
import { noSources } from './errors.js';

/** What is left out because a better item is nearly the same. */
export interface NearDuplicates {
  /** Ids of the items left out. */
  readonly ids: readonly string[];
  readonly warnings: readonly Warning[];
}

/**
 * Items whose source nearly repeats that of a better one. Better is what the selector ranks higher; of a selector that only
 * chooses sets, what comes earlier in the data.
 *
 * @param maxSimilarity - two sources as much alike as this, or more, count as one; above 0, at most 1
 * @throws NO_SOURCES, INVALID_SIMILARITY and what the selector throws
 */
export async function nearDuplicates(
  dataset: Dataset,
  selector: Selector,
  { maxSimilarity, run }: { maxSimilarity: number; run: RunOptions },
): Promise<NearDuplicates> {
  if (!dataset.sources) throw noSources();
  const ranking = selector.needs.includes('budget')
    ? Uint32Array.from(dataset.ids.keys())
    : (await runSelector(selector, dataset, run)).ranking;
  const { dropped } = dropNearDuplicates({ ranking, maxSimilarity, texts: dataset.sources });
  if (dropped.length === 0) return { ids: [], warnings: [] };
  const shown = dropped
    .slice(0, 5)
    .map(
      ({ item, keptInstead, similarity }) =>
        `${dataset.ids[item]} (as ${dataset.ids[keptInstead]}, ${similarity.toFixed(2)})`,
    );
  const rest = dropped.length > 5 ? ', …' : '';
  const many = dropped.length === 1 ? '1 item nearly repeats' : `${dropped.length} items nearly repeat`;
  return {
    ids: dropped.map(({ item }) => dataset.ids[item]),
    warnings: [
      {
        code: 'NEAR_DUPLICATES',
        text: `${many} the source of a better one and cannot be chosen: ${shown.join(', ')}${rest}.`,
      },
    ],
  };
}
