import { runSelector, type Dataset, type RunOptions, type Selector, type Warning } from '@goldpan/core';
import { dropNearDuplicates, type DroppedItem } from '@goldpan/selector-diversity';
import { noSources } from './errors.js';

/** What is left out because a better item is nearly the same. */
export interface NearDuplicates {
  /** Ids of the items left out. */
  readonly ids: readonly string[];
  readonly warnings: readonly Warning[];
}

/** How near-duplicates are found, and which of two is the better one. */
export interface NearDuplicateSearch {
  /** Two sources as much alike as this, or more, count as one; above 0, at most 1. */
  readonly maxSimilarity: number;
  /** How the selector is run: with the budget that selects, if there is one. */
  readonly run: RunOptions;
}

/** More than this are counted, not listed. */
const LISTED = 5;

/**
 * Items whose source nearly repeats that of a better one. Better is what the selector ranks higher; of a selector that only
 * chooses sets, what it chooses; where it is run without a budget, what comes earlier in the data.
 *
 * Sources are compared by their texts, or, where the data has none, by the vectors that came with it.
 *
 * @throws NO_SOURCES, INVALID_SIMILARITY and what the selector throws
 */
export async function nearDuplicates(
  dataset: Dataset,
  selector: Selector,
  { maxSimilarity, run }: NearDuplicateSearch,
): Promise<NearDuplicates> {
  const { sources: texts, embeddings } = dataset;
  const compared = texts ? { texts } : embeddings?.sources && { vectors: embeddings.sources };
  if (compared === undefined) throw noSources();
  const isSetOnly = selector.needs.includes('budget') && run.budget === undefined;
  const ranking = isSetOnly
    ? Uint32Array.from(dataset.ids.keys())
    : (await runSelector(selector, dataset, run)).ranking;
  const { dropped } = dropNearDuplicates({ ranking, maxSimilarity, ...compared });
  return {
    ids: dropped.map(({ item }) => dataset.ids[item]),
    warnings: dropped.length === 0 ? [] : [{ code: 'NEAR_DUPLICATES', text: inWords(dataset, dropped) }],
  };
}

function inWords({ ids }: Dataset, dropped: readonly DroppedItem[]): string {
  const shown = dropped
    .slice(0, LISTED)
    .map(
      ({ item, keptInstead, similarity }) =>
        `${ids[item]} (as ${ids[keptInstead]}, ${similarity.toFixed(2)})`,
    );
  const rest = dropped.length > LISTED ? ', …' : '';
  const many = dropped.length === 1 ? '1 item nearly repeats' : `${dropped.length} items nearly repeat`;
  return `${many} the source of a better one and cannot be chosen: ${shown.join(', ')}${rest}.`;
}
