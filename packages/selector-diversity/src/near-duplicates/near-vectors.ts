import type { VectorTable } from '@goldpan/core';
import { dotProducts, type Rows } from '../kernels/dot-products.js';
import { normaliseRows } from '../kernels/normalise-rows.js';
import type { Near } from './near-texts.js';

/** Vectors, among which ones like a given vector are found by comparing it with all of them. */
export class NearVectors {
  readonly #unit: Rows;
  readonly #least: number;
  /** The vectors added, packed. */
  readonly #added: Rows;
  readonly #items: number[] = [];
  readonly #products: Float64Array;

  constructor(vectors: VectorTable, least: number) {
    this.#unit = normaliseRows(vectors);
    this.#least = least;
    this.#added = { dimensions: vectors.dimensions, values: new Float64Array(vectors.values.length) };
    this.#products = new Float64Array(vectors.values.length / vectors.dimensions);
  }

  /**
   * The most similar of the vectors so far, if it is similar enough, of equals the one that came first; otherwise the vector is
   * added to them.
   */
  admit(item: number): Near | undefined {
    const size = this.#items.length;
    const all = { rows: this.#added, start: 0, end: size };
    dotProducts({ rows: this.#unit, start: item, end: item + 1 }, all, this.#products);
    let best = 0;
    for (let row = 1; row < size; row++) if (this.#products[row] > this.#products[best]) best = row;
    // Rounding leaves the cosine of equal vectors a little off 1.
    if (size > 0 && this.#products[best] >= this.#least - 1e-12) {
      return { item: this.#items[best], similarity: Math.min(1, this.#products[best]) };
    }
    const { dimensions, values } = this.#unit;
    const vector = values.subarray(item * dimensions, (item + 1) * dimensions);
    this.#added.values.set(vector, size * dimensions);
    this.#items.push(item);
    return undefined;
  }
}
