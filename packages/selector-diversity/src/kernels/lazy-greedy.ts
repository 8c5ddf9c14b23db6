import type { Coverage } from './coverage.js';
import { placesIn, preferenceOrder } from './preference.js';
import { greatestOf, roundingFor } from './rounding.js';

export interface LazyGreedyOptions {
  /** How many candidates to take at most. */
  readonly count: number;
  /** Candidates that cannot be taken. */
  readonly excluded?: ArrayLike<number>;
  /**
   * Takes a candidate into account if it may be taken; false = it may not, now and later. Default: every one may.
   */
  readonly admit?: (candidate: number) => boolean;
  readonly onTaken?: (taken: number) => void;
}

/** Candidates in the order in which greedy choice takes them, each with what it added. */
export interface GreedyChoice {
  readonly order: Uint32Array;
  readonly gains: Float64Array;
}

/**
 * Greedy choice: again and again the candidate that adds most. For every k the first k are worth at least 1 − 1/e of the
 * best k (Nemhauser, Wolsey and Fisher 1978). Lazy (Minoux 1978): a candidate is looked at again only when what it added
 * earlier, an upper bound, is the highest left.
 *
 * Gains are rounded (see `roundingFor`); ties go by `preferenceOrder`.
 *
 * @param coverage - is left with the candidates taken
 * @remarks O(candidates · targets) and then, as a rule, far less per candidate taken than that.
 */
export function lazyGreedy(coverage: Coverage, options: LazyGreedyOptions): GreedyChoice {
  const { count, excluded = [], admit = () => true, onTaken } = options;
  const { candidates } = coverage.affinities;
  const isOut = new Uint8Array(candidates);
  for (let i = 0; i < excluded.length; i++) isOut[excluded[i]] = 1;
  const first = coverage.gains();
  const rounded = roundingFor(greatestOf(first));
  const bounds = first.map(rounded);
  const queue = new Queue(bounds, placesIn(preferenceOrder(coverage.affinities, first)));
  for (let candidate = 0; candidate < candidates; candidate++) if (!isOut[candidate]) queue.push(candidate);
  const order: number[] = [];
  const gains: number[] = [];
  while (order.length < count && queue.size > 0) {
    const candidate = queue.pop();
    const gain = rounded(coverage.gain(candidate));
    if (gain < bounds[candidate]) {
      bounds[candidate] = gain;
      queue.push(candidate);
    } else if (admit(candidate)) {
      coverage.add(candidate);
      order.push(candidate);
      gains.push(gain);
      onTaken?.(order.length);
    }
  }
  return { order: Uint32Array.from(order), gains: Float64Array.from(gains) };
}

/** A binary heap of candidates: the highest bound first, then the one with the lowest place. */
class Queue {
  readonly #bounds: Float64Array;
  readonly #places: Uint32Array;
  readonly #heap: number[] = [];

  constructor(bounds: Float64Array, places: Uint32Array) {
    this.#bounds = bounds;
    this.#places = places;
  }

  get size(): number {
    return this.#heap.length;
  }

  push(candidate: number): void {
    const heap = this.#heap;
    let at = heap.push(candidate) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#precedes(candidate, heap[up]); up = (at - 1) >> 1) {
      heap[at] = heap[up];
      at = up;
    }
    heap[at] = candidate;
  }

  pop(): number {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let at = 0;
    for (let down = 1; down < heap.length; down = 2 * at + 1) {
      if (down + 1 < heap.length && this.#precedes(heap[down + 1], heap[down])) down++;
      if (!this.#precedes(heap[down], last)) break;
      heap[at] = heap[down];
      at = down;
    }
    heap[at] = last;
    return first;
  }

  #precedes(a: number, b: number): boolean {
    if (this.#bounds[a] !== this.#bounds[b]) return this.#bounds[a] > this.#bounds[b];
    return this.#places[a] < this.#places[b];
  }
}
