import { sharedArray } from './shared-array.js';

/**
 * Scores of one metric: items × systems, row-major, higher = better, NaN = missing.
 * `values[item * systems + system]` is the score of a system on an item.
 */
export interface ScoreMatrix {
  /** Number of rows. */
  readonly items: number;
  /** Number of columns. */
  readonly systems: number;
  readonly values: Float64Array;
}

/**
 * A matrix in which every cell is missing, backed by shared memory where the platform has it, so that workers read it
 * without a copy.
 */
export function emptyScoreMatrix(items: number, systems: number): ScoreMatrix {
  return { items, systems, values: sharedFloats(items * systems).fill(NaN) };
}

/** Zeroed numbers in shared memory, or in ordinary memory where a browser page may not share. */
export function sharedFloats(length: number): Float64Array {
  return sharedArray(Float64Array, length);
}
