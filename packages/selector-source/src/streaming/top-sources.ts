import { invalidTop } from '../errors.js';
import { ItemHeap } from './item-heap.js';

/** What to keep of a stream of sources. */
export interface TopOptions {
  /** How many to keep: a whole number of at least 1. */
  readonly top: number;
  /**
   * Utility of a source, higher = judge it sooner: `sourceScorer(model)`, `lengthScorer(unit)`, or the `score` of a `WordRarity`.
   */
  readonly score: (source: string) => number;
  /** Told after every 10,000 sources how many are done. */
  readonly progress?: (done: number) => void;
}

/** The best of a stream: positions of the sources and their utilities, best first. */
export interface RankedSources {
  readonly items: Uint32Array;
  readonly utilities: Float64Array;
  /** How many sources there were. */
  readonly total: number;
}

/**
 * Ranks a pool of any size in bounded memory: scores one source at a time and keeps the best in a heap. The same items in
 * the same order as the first `top` of a ranking of the whole pool; ties keep input order. O(sources · log top) beside the scores;
 * memory O(top + longest source).
 *
 * @param sources - texts in input order, such as the lines of a file
 * @throws INVALID_TOP, also for a score that is NaN
 */
export async function topSources(
  sources: Iterable<string> | AsyncIterable<string>,
  { top, score, progress }: TopOptions,
): Promise<RankedSources> {
  if (!(Number.isInteger(top) && top >= 1))
    throw invalidTop(`the number of sources to keep must be a whole number of at least 1; got ${top}`);
  const heap = new ItemHeap('worst-first');
  let total = 0;
  for await (const source of sources) {
    const utility = score(source);
    if (Number.isNaN(utility)) throw invalidTop(`the score of source ${total} must be a number; got NaN`);
    if (heap.size < top) heap.push(total, utility);
    else if (utility > heap.utility) heap.replaceTop(total, utility);
    total++;
    if (total % 10_000 === 0) progress?.(total);
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
