import type { TextColumn, VectorTable } from '@goldpan/core';
import { invalidSimilarity } from '../errors.js';
import { NearTexts } from './near-texts.js';
import { NearVectors } from './near-vectors.js';

interface RankingToThin {
  /** Item indices, best first. */
  readonly ranking: ArrayLike<number>;
  /** Two items that are as much alike as this, or more, count as one; above 0, at most 1. */
  readonly maxSimilarity: number;
  /** Stop when so many items are kept; default: go through the whole ranking. */
  readonly keep?: number;
}

export type NearDuplicateOptions = RankingToThin &
  (
    | {
        /** One text per item. */
        readonly texts: TextColumn;
      }
    | {
        /** One vector per item. */
        readonly vectors: VectorTable;
      }
  );

/** An item that is left out because a better one is nearly the same. */
export interface DroppedItem {
  readonly item: number;
  /** The better item that is kept. */
  readonly keptInstead: number;
  readonly similarity: number;
}

/** A ranking without near-duplicates. */
export interface WithoutNearDuplicates {
  /** The items kept, best first. */
  readonly kept: Uint32Array;
  /** The others that were looked at, in the order of the ranking. */
  readonly dropped: readonly DroppedItem[];
}

/**
 * Leaves out of a ranking every item that is nearly the same as a better one which is kept: of two near-identical items the
 * better stays. Goes with any selector: give its ranking.
 *
 * Texts are compared by the character n-grams (3 to 5 characters, letter case aside) that they share: Jaccard similarity.
 * Candidates are found by MinHash and compared exactly, so whatever is dropped is that much alike; of pairs at the
 * threshold fewer than one in a thousand are missed, of others less. Empty texts are equal; missing ones are like none.
 * Vectors are compared by cosine, all with all; vectors of zeros are like none.
 *
 * @throws INVALID_SIMILARITY
 * @remarks Texts: O(characters + candidates). Vectors: O(items · kept · dimensions).
 */
export function dropNearDuplicates(options: NearDuplicateOptions): WithoutNearDuplicates {
  const { ranking, maxSimilarity, keep = Infinity } = options;
  if (!(maxSimilarity > 0 && maxSimilarity <= 1)) throw invalidSimilarity(maxSimilarity);
  const index =
    'texts' in options
      ? new NearTexts(options.texts, maxSimilarity)
      : new NearVectors(options.vectors, maxSimilarity);
  const kept: number[] = [];
  const dropped: DroppedItem[] = [];
  for (let rank = 0; rank < ranking.length && kept.length < keep; rank++) {
    const item = ranking[rank];
    const near = index.admit(item);
    if (near) dropped.push({ item, keptInstead: near.item, similarity: near.similarity });
    else kept.push(item);
  }
  return { kept: Uint32Array.from(kept), dropped };
}
