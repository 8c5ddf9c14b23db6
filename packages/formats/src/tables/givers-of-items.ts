import type { Giver, PerAnnotator } from './per-annotator.js';

/** Who gave the scores of each item, so that nobody looks through all annotators for every item. O(scores), once. */
export class GiversOfItems {
  readonly #all: readonly Giver[];
  /** Positions of the givers of item i: from `#starts[i]` up to `#starts[i + 1]`. */
  readonly #starts: Uint32Array;
  readonly #of: Uint32Array;

  constructor(byAnnotator: PerAnnotator, items: number) {
    this.#all = [...byAnnotator];
    const one = this.#all.length === 1;
    this.#starts = new Uint32Array(one ? 0 : items + 1);
    this.#of = new Uint32Array(one ? 0 : this.#count());
    if (one) return;
    const next = this.#starts.slice();
    this.#all.forEach(([, column], giver) => {
      for (const item of column.items()) this.#of[next[item]++] = giver;
    });
  }

  /** In the order of their first score anywhere. */
  of(item: number): Giver[] {
    if (this.#all.length === 1) return this.#all[0][1].has(item) ? [this.#all[0]] : [];
    const found: Giver[] = [];
    for (let at = this.#starts[item]; at < this.#starts[item + 1]; at++) found.push(this.#all[this.#of[at]]);
    return found;
  }

  /** Finds where the givers of each item start; how many there are in all. */
  #count(): number {
    for (const [, column] of this.#all) for (const item of column.items()) this.#starts[item + 1]++;
    for (let item = 1; item < this.#starts.length; item++) this.#starts[item] += this.#starts[item - 1];
    return this.#starts[this.#starts.length - 1];
  }
}
