import type { ScoreMatrix } from '@goldpan/core';

/** Scores as whole numbers of a common unit, so that any sum of them is exact and does not depend on its order. */
export interface WholeScores {
  readonly systems: number;
  /** Row-major, like the matrix; NaN where a score is missing. */
  readonly values: Float64Array;
}

/** Sums of this many scores are exact, whatever the number of items. */
const LEAST_CAPACITY = 2 ** 16;

/**
 * How many scores of a matrix may be added up exactly: at least four times its items, so that samples with repetition fit.
 */
export function exactCapacity(items: number): number {
  return Math.max(LEAST_CAPACITY, 2 ** Math.ceil(Math.log2(4 * items)));
}

/**
 * Rounds scores to multiples of a power of two that is 2^-36 or less of the largest score (for up to 16,384 items; more items
 * need more headroom), and gives the multiples.
 */
export function wholeScores({ items, systems, values }: ScoreMatrix): WholeScores {
  let largest = 0;
  for (const score of values) if (Math.abs(score) > largest) largest = Math.abs(score);
  // The multiples stay below 2^52 / capacity, and so sums of as many as that below 2^52.
  const exponent = Math.ceil(Math.log2(largest)) - 52 + Math.log2(exactCapacity(items));
  const unit = Math.max(2 ** exponent, Number.MIN_VALUE);
  return { systems, values: values.map((score) => Math.round(score / unit)) };
}
