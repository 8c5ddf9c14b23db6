import { stream, type Rng } from '@goldpan/core';

/** A sample of a stream, every subset of its size equally likely whatever the length (reservoir sampling). */
export class Sample<T> {
  readonly items: T[] = [];
  readonly #size: number;
  readonly #rng: Rng;
  #seen = 0;

  /** @param label - of the random stream; the seed is fixed */
  constructor(size: number, label: string) {
    this.#size = size;
    this.#rng = stream(0, label);
  }

  /** How many were offered. */
  get seen(): number {
    return this.#seen;
  }

  /** @param item - made only if it is taken */
  offer(item: () => T): void {
    const place = this.#seen < this.#size ? this.#seen : this.#rng.integer(this.#seen + 1);
    this.#seen++;
    if (place < this.#size) this.items[place] = item();
  }
}
