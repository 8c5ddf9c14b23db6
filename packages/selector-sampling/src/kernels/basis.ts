/**
 * P items whose constraint vectors (1 and the value of each variable) are linearly independent, with the inverse of the matrix that
 * they make. One item is exchanged for another in O(P²).
 */
export class Basis {
  readonly items: Uint32Array;
  readonly #columns: readonly Float64Array[];
  readonly #inverse: Float64Array;
  readonly #entering: Float64Array;
  readonly #weights: Float64Array;

  /** @param columns - P variables by item, the first of them constant */
  constructor(columns: readonly Float64Array[], items: Uint32Array) {
    this.items = items;
    this.#columns = columns;
    this.#inverse = new Float64Array(items.length ** 2);
    this.#entering = new Float64Array(items.length);
    this.#weights = new Float64Array(items.length);
    this.refactor();
  }

  /** How much of each item of the basis makes up one of another item: constraints of `item` = Σ weight · constraints. */
  weightsOf(item: number): Float64Array {
    const size = this.items.length;
    for (let c = 0; c < size; c++) this.#entering[c] = this.#columns[c][item];
    for (let row = 0, at = 0; row < size; row++) {
      let sum = 0;
      for (let c = 0; c < size; c++) sum += this.#inverse[at++] * this.#entering[c];
      this.#weights[row] = sum;
    }
    return this.#weights;
  }

  /** Puts an item at a place of the basis; `weights` are its `weightsOf`, and that of the place is not 0. */
  exchange(place: number, item: number, weights: Float64Array): void {
    const size = this.items.length;
    const inverse = this.#inverse;
    const pivot = place * size;
    for (let c = 0; c < size; c++) inverse[pivot + c] /= weights[place];
    for (let row = 0; row < size; row++) {
      const times = weights[row];
      if (row === place || times === 0) continue;
      for (let c = 0; c < size; c++) inverse[row * size + c] -= times * inverse[pivot + c];
    }
    this.items[place] = item;
  }

  /** Computes the inverse anew, free of the rounding of many exchanges. O(P³) */
  refactor(): void {
    const size = this.items.length;
    const chosen = Uint32Array.from(this.items);
    // Begin with the identity, as if of P made-up items, and let each item take the place where it weighs most.
    this.#inverse.fill(0);
    for (let d = 0; d < size; d++) this.#inverse[d * size + d] = 1;
    const isTaken = new Uint8Array(size);
    for (const item of chosen) {
      const weights = this.weightsOf(item);
      let place = -1;
      for (let row = 0; row < size; row++) {
        const isBetter = place < 0 || Math.abs(weights[row]) > Math.abs(weights[place]);
        if (!isTaken[row] && isBetter) place = row;
      }
      isTaken[place] = 1;
      this.exchange(place, item, weights);
    }
  }
}
