import type { ScoreMatrix } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { systemWithoutScores } from '../errors.js';
import type { Sequence } from './sequence.js';

/**
 * System means of the first n items of a sequence, n growing. Each is rounded as numpy rounds the mean of that list, because
 * systems that tie there must tie here. Missing scores are left out.
 */
export class PrefixMeans {
  readonly #matrix: ScoreMatrix;
  readonly #means: Float64Array;
  /** The scores so far, one stretch of `#stride` per system. */
  #columns = new Float64Array(0);
  #stride = 0;
  readonly #filled: Uint32Array;
  #sequence: Sequence = { positions: new Uint32Array(0), rows: new Uint32Array(0) };
  #size = 0;

  constructor(matrix: ScoreMatrix) {
    this.#matrix = matrix;
    this.#means = new Float64Array(matrix.systems);
    this.#filled = new Uint32Array(matrix.systems);
  }

  start(sequence: Sequence): void {
    this.#sequence = sequence;
    this.#size = 0;
    this.#filled.fill(0);
    this.#stride = sequence.rows.length;
    const needed = this.#stride * this.#matrix.systems;
    if (this.#columns.length < needed) this.#columns = new Float64Array(needed);
  }

  /** Means of the first `size` items. O(S·size). The array is reused. @throws SYSTEM_WITHOUT_SCORES */
  at(size: number): Float64Array {
    for (; this.#size < size; this.#size++) this.#append(this.#sequence.rows[this.#size]);
    for (let system = 0; system < this.#means.length; system++) {
      const length = this.#filled[system];
      if (length === 0) throw systemWithoutScores(system, size);
      this.#means[system] = mean(this.#columns, { offset: system * this.#stride, length });
    }
    return this.#means;
  }

  #append(row: number): void {
    const { systems, values } = this.#matrix;
    for (let system = 0; system < systems; system++) {
      const score = values[row * systems + system];
      if (!Number.isNaN(score)) {
        this.#columns[system * this.#stride + this.#filled[system]++] = score;
      }
    }
  }
}
