import type { PoolScorer } from '@goldpan/core';
import { invalidTop } from '../errors.js';
import { ItemHeap } from './item-heap.js';

/** Texts in input order, such as those of the lines of a file. */
export type Sources = Iterable<string> | AsyncIterable<string>;

/** What to keep of a pool of sources. */
export interface TopOptions {
  /** How many to keep: a whole number of at least 1. */
  readonly top: number;
  /** A selector's `poolScorer`, `{ score: sourceScorer(model) }`, `{ score: lengthScorer(unit) }` or a `WordRarity`. */
  readonly scorer: PoolScorer;
  /** Told after every 10,000 sources how many were read, those of a first reading included; may throw to stop. */
  readonly progress?: (done: number) => void;
}

/** The best of a pool: positions of the sources and their utilities, best first. */
export interface RankedSources {
  readonly items: Uint32Array;
  readonly utilities: Float64Array;
  /** How many sources there were. */
  readonly total: number;
}

/**
 * Ranks a pool of any size in bounded memory: scores one source at a time and keeps the best in a heap. The same items in
 * the same order as the first `top` of a ranking of the whole pool; ties keep input order. O(sources · log top) beside the scores;
 * memory O(top + longest source) and what the scorer holds.
 *
 * @param read - begins a reading of the pool; called twice where the scorer observes the pool before it scores
 * @throws INVALID_TOP, also for a score that is NaN
 */
export async function topSources(
  read: () => Sources,
  { top, scorer, progress }: TopOptions,
): Promise<RankedSources> {
  if (!(Number.isInteger(top) && top >= 1))
    throw invalidTop(`the number of sources to keep must be a whole number of at least 1; got ${top}`);
  let done = 0;
  const count = () => {
    if (++done % 10_000 === 0) progress?.(done);
  };
  if (scorer.observe) {
    for await (const source of read()) {
      scorer.observe(source);
      count();
    }
  }
  const heap = new ItemHeap('worst-first');
  let total = 0;
  for await (const source of read()) {
    const utility = scorer.score(source);
    if (Number.isNaN(utility)) throw invalidTop(`the score of source ${total} must be a number; got NaN`);
    if (heap.size < top) heap.push(total, utility);
    else if (utility > heap.utility) heap.replaceTop(total, utility);
    total++;
    count();
  }
  return { ...emptied(heap), total };
}

/** Takes the entries from the worst to the best and lays them out the other way round. */
function emptied(heap: ItemHeap) {
  const items = new Uint32Array(heap.size);
  const utilities = new Float64Array(heap.size);
  while (heap.size > 0) {
    utilities[heap.size - 1] = heap.utility;
    const rank = heap.size - 1;
    items[rank] = heap.pop();
  }
  return { items, utilities };
}
