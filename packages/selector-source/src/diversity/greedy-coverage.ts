import { rankByUtility } from '@goldpan/core';
import { ItemHeap } from '../streaming/item-heap.js';
import type { Similarity } from './similarity.js';

/** What is to be covered, and how far. */
export interface CoverageProblem {
  /** Number of items to choose from. */
  readonly items: number;
  /** Number of places that `similarity` writes. */
  readonly places: number;
  readonly similarity: Similarity;
  /** Items that cover their places already, such as those judged earlier. */
  readonly given?: ArrayLike<number>;
  /** How many to pick; default all. */
  readonly picks?: number;
  /** Told before each pick how many there are; may throw to stop. */
  readonly progress?: (picked: number) => void;
}

/**
 * Picks items so that the places are covered as well as possible: each next one adds most to
 * Σ over places of the highest similarity to a picked item (facility location), which reaches at least 1 − 1/e of the
 * optimum. Of items that add the same (up to rounding), as two neighbours far from all others always do, the one that adds more
 * alone comes first, then the lower one; items that add nothing come last.
 *
 * Lazy: what an item adds can only shrink, so an old value is a bound, and most items are not looked at again (Minoux, 1978).
 * O((items + evaluations) · similarity).
 */
export function greedyCoverage(problem: CoverageProblem): Uint32Array {
  const { items, progress } = problem;
  const picked = new Uint32Array(Math.min(problem.picks ?? items, items));
  const coverage = new Coverage(problem);
  const alone = Float64Array.from({ length: items }, (_, item) => coverage.gain(item));
  for (const item of Array.from(problem.given ?? [])) coverage.add(item);
  // The heap holds places in this order: of equal entries the one with the lower place wins.
  const order = rankByUtility(alone);
  const bounds = new ItemHeap('best-first');
  order.forEach((item, place) => bounds.push(place, alone[item]));
  const evaluatedAt = new Int32Array(items).fill(-1);
  for (let pick = 0; pick < picked.length; pick++) {
    progress?.(pick);
    // A bound of 0 is exact: nothing is left to add.
    while (evaluatedAt[bounds.item] !== pick && bounds.utility > 0) {
      evaluatedAt[bounds.item] = pick;
      bounds.replaceTop(bounds.item, coverage.gain(order[bounds.item]));
    }
    if (bounds.utility > 0) coverage.add(order[bounds.item]);
    picked[pick] = order[bounds.pop()];
  }
  return picked;
}

/** How well each place is covered: its highest similarity to an item that was added, at least 0. */
class Coverage {
  readonly #similarity: Similarity;
  readonly #covered: Float64Array;
  readonly #similarities: Float64Array;

  constructor({ similarity, places }: CoverageProblem) {
    this.#similarity = similarity;
    this.#covered = new Float64Array(places);
    this.#similarities = new Float64Array(places);
  }

  /** What adding an item would add to the sum over the places, with rounding errors rounded off. */
  gain(item: number): number {
    this.#similarity(item, this.#similarities);
    const [covered, similarities] = [this.#covered, this.#similarities];
    let sum = 0;
    for (let place = 0; place < covered.length; place++) {
      if (similarities[place] > covered[place]) sum += similarities[place] - covered[place];
    }
    return Math.round(sum * 2 ** 32) / 2 ** 32;
  }

  add(item: number): void {
    this.#similarity(item, this.#similarities);
    const [covered, similarities] = [this.#covered, this.#similarities];
    for (let place = 0; place < covered.length; place++) {
      if (similarities[place] > covered[place]) covered[place] = similarities[place];
    }
  }
}
