import type { Dataset, Warning } from '@goldpan/core';
import { dropNearDuplicates, type DroppedItem } from '@goldpan/selector-diversity';
import { noSources } from './errors.js';

/** What is left out because a better item is nearly the same. */
export interface NearDuplicates {
  /** Ids of the items left out. */
  readonly ids: readonly string[];
  readonly warnings: readonly Warning[];
}

/** More than this are counted, not listed. */
const LISTED = 5;

/**
 * Items whose source nearly repeats that of a better one: one that comes earlier in the ranking.
 *
 * Sources are compared by their texts, or, where the data has none, by the vectors that came with it.
 *
 * @param maxSimilarity - two sources as much alike as this, or more, count as one; above 0, at most 1
 * @throws NO_SOURCES, INVALID_SIMILARITY
 */
export function nearDuplicates(
  dataset: Dataset,
  ranking: Uint32Array,
  maxSimilarity: number,
): NearDuplicates {
  const { sources: texts, embeddings } = dataset;
  const compared = texts ? { texts } : embeddings?.sources && { vectors: embeddings.sources };
  if (compared === undefined) throw noSources();
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
