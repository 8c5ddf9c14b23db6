import { countPairs, paddedColumns } from './pair-counts.js';
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

/** Items are added to the sums in blocks of up to this many: one table of 256 subset sums then serves all permutations. */
const BLOCK = 8;

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
  /** Permutations, and up to three more that flip nothing. */
  readonly #stride: number;
  /** Sums over the flipped items, digit by digit: `[(digit * systems + system) * stride + permutation]`. */
  readonly #sums: Float64Array;
  /** Digits × systems. */
  readonly #columns: number;
  readonly #counts: Uint32Array;
  /** Rows of the items that wait to be added. */
  readonly #waiting = new Uint32Array(BLOCK);
  /** Per permutation, bit k is set when it flips the k-th waiting item. */
  readonly #patterns: Uint8Array;
  readonly #table = new Float64Array(2 ** BLOCK);
  #size = 0;
  #waitingSize = 0;

  constructor(scores: WholeScores, signs: SignBits) {
    this.#scores = scores;
    this.#signs = signs;
    this.#columns = scores.systems * scores.digits;
    this.#stride = paddedColumns(signs.permutations);
    this.#sums = new Float64Array(this.#columns * this.#stride);
    this.#counts = new Uint32Array((scores.systems * (scores.systems - 1)) / 2);
    this.#patterns = new Uint8Array(this.#stride);
  }

  clear(): void {
    this.#sums.fill(0);
    this.#patterns.fill(0);
    this.#size = this.#waitingSize = 0;
  }

  add(position: number, row: number): void {
    const patterns = this.#patterns;
    const bits = this.#signs.row(position);
    const flag = 1 << this.#waitingSize;
    for (let word = 0; word < bits.length; word++) {
      for (let left = bits[word]; left !== 0; left &= left - 1) {
        patterns[32 * word + 31 - Math.clz32(left & -left)] |= flag;
      }
    }
    this.#waiting[this.#waitingSize++] = row;
    this.#size++;
    if (this.#waitingSize === BLOCK) this.#addWaiting();
  }

  count(): Uint32Array {
    if (this.#waitingSize > 0) this.#addWaiting();
    if (this.#scores.digits === 1) this.#countAll();
    else this.#countByDigits();
    return this.#counts;
  }

  #addWaiting(): void {
    const sums = this.#sums;
    const patterns = this.#patterns;
    const table = this.#table;
    let at = 0;
    for (let column = 0; column < this.#columns; column++) {
      this.#fillTable(column);
      for (let j = 0; j < patterns.length; j++) sums[at++] += table[patterns[j]];
    }
    patterns.fill(0);
    this.#waitingSize = 0;
  }

  /** For every pattern the sum of a column on the waiting items it flips. */
  #fillTable(column: number): void {
    const { values } = this.#scores;
    const table = this.#table;
    for (let k = 0; k < this.#waitingSize; k++) {
      const score = values[this.#waiting[k] * this.#columns + column];
      const half = 1 << k;
      for (let pattern = 0; pattern < half; pattern++) table[half + pattern] = table[pattern] + score;
    }
  }

  /** What flips nothing ties, and is taken off again. */
  #countAll(): void {
    const surplus = this.#stride - this.#signs.permutations;
    countPairs({ systems: this.#scores.systems, sums: this.#sums, tolerance: this.#size }, this.#counts);
    if (surplus > 0) for (let pair = 0; pair < this.#counts.length; pair++) this.#counts[pair] -= surplus;
  }

  #countByDigits(): void {
    const { systems } = this.#scores;
    let pair = 0;
    for (let a = 0; a < systems; a++) {
      for (let b = a + 1; b < systems; b++) this.#counts[pair++] = this.#countPairByDigits(a, b);
    }
  }

  /** The highest digit comes first: once a partial difference passes 2^53 it can no longer change its sign. */
  #countPairByDigits(a: number, b: number): number {
    const { permutations } = this.#signs;
    const { systems, digits, base } = this.#scores;
    const sums = this.#sums;
    let count = 0;
    for (let permutation = 0; permutation < permutations; permutation++) {
      let difference = 0;
      for (let digit = 0; digit < digits; digit++) {
        const first = digit * systems;
        const atA = (first + a) * this.#stride + permutation;
        const atB = (first + b) * this.#stride + permutation;
        difference = difference * base + (sums[atA] - sums[atB]);
      }
      count += Number(difference <= this.#size);
    }
    return count;
  }
}
