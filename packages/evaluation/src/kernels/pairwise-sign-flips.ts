import type { SignBits } from './sign-bits.js';
import type { SignFlips } from './sign-flip-sums.js';
import type { WholeScores } from './whole-scores.js';

/**
 * Sign flips where scores may be missing: each pair of systems uses the items on which both have a score. As `SignFlipSums`,
 * but with one sum of differences per (pair, permutation), because no sum of one system serves all its pairs.
 */
export class PairwiseSignFlips implements SignFlips {
  readonly #scores: WholeScores;
  readonly #signs: SignBits;
  /** `[pair * permutations + permutation]`. */
  readonly #sums: Float64Array;
  readonly #sizes: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(scores: WholeScores, signs: SignBits) {
    const pairs = (scores.systems * (scores.systems - 1)) / 2;
    this.#scores = scores;
    this.#signs = signs;
    this.#sums = new Float64Array(pairs * signs.permutations);
    this.#sizes = new Uint32Array(pairs);
    this.#counts = new Uint32Array(pairs);
  }

  clear(): void {
    this.#sums.fill(0);
    this.#sizes.fill(0);
  }

  add(position: number, row: number): void {
    const { systems, values } = this.#scores;
    const bits = this.#signs.row(position);
    let pair = 0;
    for (let a = row * systems; a < (row + 1) * systems; a++) {
      for (let b = a + 1; b < (row + 1) * systems; b++, pair++) {
        const difference = values[a] - values[b];
        if (!Number.isNaN(difference)) this.#addToPair(pair, difference, bits);
      }
    }
  }

  #addToPair(pair: number, difference: number, bits: Int32Array): void {
    const sums = this.#sums;
    const first = pair * this.#signs.permutations;
    for (let word = 0; word < bits.length; word++) {
      for (let left = bits[word]; left !== 0; left &= left - 1) {
        sums[first + 32 * word + 31 - Math.clz32(left & -left)] += difference;
      }
    }
    this.#sizes[pair]++;
  }

  count(): Uint32Array {
    const { permutations } = this.#signs;
    for (let pair = 0; pair < this.#counts.length; pair++) {
      const tolerance = this.#sizes[pair];
      const end = (pair + 1) * permutations;
      let count = 0;
      for (let at = pair * permutations; at < end; at++) count += Number(this.#sums[at] <= tolerance);
      this.#counts[pair] = count;
    }
    return this.#counts;
  }
}
