import { stream } from '@goldpan/core';

/**
 * Which positions each permutation flips: a pure function of (seed, position, permutation), every sign equally likely.
 * Rows are made when first asked for and kept.
 */
export class SignBits {
  readonly permutations: number;
  readonly #seed: number;
  readonly #rows: Int32Array[] = [];

  constructor(seed: number, permutations: number) {
    this.#seed = seed;
    this.permutations = permutations;
  }

  /** Bit j of the row (bit j mod 32 of word j div 32) is 1 when permutation j flips this position. */
  row(position: number): Int32Array {
    return (this.#rows[position] ??= this.#draw(position));
  }

  #draw(position: number): Int32Array {
    const rng = stream(this.#seed, 'sign-flips', position);
    const row = new Int32Array(Math.ceil(this.permutations / 32));
    for (let word = 0; word < row.length; word++) row[word] = rng.integer(2 ** 32);
    const used = this.permutations % 32;
    if (used > 0) row[row.length - 1] &= (1 << used) - 1;
    return row;
  }
}
