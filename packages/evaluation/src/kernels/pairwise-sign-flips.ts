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
  /** `[(pair * digits + digit) * permutations + permutation]`. */
  readonly #sums: Float64Array;
  readonly #sizes: Uint32Array;
  readonly #counts: Uint32Array;

  constructor(scores: WholeScores, signs: SignBits) {
    const pairs = (scores.systems * (scores.systems - 1)) / 2;
    this.#scores = scores;
    this.#signs = signs;
    this.#sums = new Float64Array(pairs * scores.digits * signs.permutations);
    this.#sizes = new Uint32Array(pairs);
    this.#counts = new Uint32Array(pairs);
  }

  clear(): void {
    this.#sums.fill(0);
    this.#sizes.fill(0);
  }

  add(position: number, row: number): void {
    const { systems, digits, values } = this.#scores;
    const bits = this.#signs.row(position);
    const first = row * digits * systems;
    let pair = 0;
    for (let a = first; a < first + systems; a++) {
      for (let b = a + 1; b < first + systems; b++, pair++) {
        if (Number.isNaN(values[a] - values[b])) continue;
        for (let digit = 0; digit < digits; digit++) {
          const difference = values[a + digit * systems] - values[b + digit * systems];
          this.#addTo(pair * digits + digit, difference, bits);
        }
        this.#sizes[pair]++;
      }
    }
  }

  #addTo(column: number, difference: number, bits: Int32Array): void {
    const sums = this.#sums;
    const first = column * this.#signs.permutations;
    for (let word = 0; word < bits.length; word++) {
      for (let left = bits[word]; left !== 0; left &= left - 1) {
        sums[first + 32 * word + 31 - Math.clz32(left & -left)] += difference;
      }
    }
  }

  count(): Uint32Array {
    for (let pair = 0; pair < this.#counts.length; pair++) this.#counts[pair] = this.#countPair(pair);
    return this.#counts;
  }

  /** The highest digit comes first: once a partial sum passes 2^53 it can no longer change its sign. */
  #countPair(pair: number): number {
    const { permutations } = this.#signs;
    const { digits, base } = this.#scores;
    let count = 0;
    for (let permutation = 0; permutation < permutations; permutation++) {
      let sum = 0;
      for (let digit = 0; digit < digits; digit++) {
        sum = sum * base + this.#sums[(pair * digits + digit) * permutations + permutation];
      }
      count += Number(sum <= this.#sizes[pair]);
    }
    return count;
  }
}
