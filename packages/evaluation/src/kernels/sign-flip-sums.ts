import type { SignBits } from './sign-bits.js';
import type { WholeScores } from './whole-scores.js';

/** Counts, for every pair of systems, the permutations in which T* ≥ T, as items are added one by one. */
export interface SignFlips {
  clear(): void;
  /** Adds the item of a matrix row, with the signs of a position. */
  add(position: number, row: number): void;
  /** Per pair a < b (row by row of the upper triangle) the number of permutations with T* ≥ T. The array is reused. */
  count(): Uint32Array;
}

/**
 * Sign flips of complete scores.
 *
 * Flipping the signs of some items changes T = Σ (a − b) by −2 Σ (a − b) over the flipped items, so T* ≥ T exactly when the
 * flipped items add up to no more for a than for b. One sum per (system, permutation) then serves all pairs. Sums of whole
 * scores are exact; each score was rounded by up to half a unit, so sums of n items that differ by up to n units tie.
 */
export class SignFlipSums implements SignFlips {
  readonly #scores: WholeScores;
  readonly #signs: SignBits;
  /** System-major: `[system * permutations + permutation]`. */
  readonly #sums: Float64Array;
  readonly #counts: Uint32Array;
  #size = 0;

  constructor(scores: WholeScores, signs: SignBits) {
    this.#scores = scores;
    this.#signs = signs;
    this.#sums = new Float64Array(scores.systems * signs.permutations);
    this.#counts = new Uint32Array((scores.systems * (scores.systems - 1)) / 2);
  }

  clear(): void {
    this.#sums.fill(0);
    this.#size = 0;
  }

  add(position: number, row: number): void {
    const { systems, values } = this.#scores;
    const { permutations } = this.#signs;
    const sums = this.#sums;
    const bits = this.#signs.row(position);
    const first = row * systems;
    const end = first + systems;
    for (let word = 0; word < bits.length; word++) {
      for (let left = bits[word]; left !== 0; left &= left - 1) {
        let at = 32 * word + 31 - Math.clz32(left & -left);
        for (let cell = first; cell < end; cell++, at += permutations) sums[at] += values[cell];
      }
    }
    this.#size++;
  }

  count(): Uint32Array {
    const { systems } = this.#scores;
    let pair = 0;
    for (let a = 0; a < systems; a++) {
      for (let b = a + 1; b < systems; b++) this.#counts[pair++] = this.#countPair(a, b);
    }
    return this.#counts;
  }

  #countPair(a: number, b: number): number {
    const { permutations } = this.#signs;
    const sums = this.#sums;
    const tolerance = this.#size;
    let count = 0;
    let atB = b * permutations;
    const end = (a + 1) * permutations;
    // The comparison is added as a number: a branch on it could not be predicted.
    for (let atA = a * permutations; atA < end; atA++, atB++)
      count += Number(sums[atA] - tolerance <= sums[atB]);
    return count;
  }
}
