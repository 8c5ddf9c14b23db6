import type { Sequence } from './sequence.js';
import type { SignFlips } from './sign-flip-sums.js';

/** Sign-flip counts of the first n items of a sequence, n growing: each item is added once. */
export class PrefixFlips {
  readonly #flips: SignFlips;
  #sequence: Sequence = { positions: new Uint32Array(0), rows: new Uint32Array(0) };
  #size = 0;

  constructor(flips: SignFlips) {
    this.#flips = flips;
  }

  start(sequence: Sequence): void {
    this.#sequence = sequence;
    this.#size = 0;
    this.#flips.clear();
  }

  /** Per pair of systems the number of permutations with T* ≥ T. The array is reused. */
  at(size: number): Uint32Array {
    const { positions, rows } = this.#sequence;
    for (; this.#size < size; this.#size++) this.#flips.add(positions[this.#size], rows[this.#size]);
    return this.#flips.count();
  }
}
