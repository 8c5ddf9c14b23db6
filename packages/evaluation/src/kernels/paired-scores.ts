import type { ScoreMatrix } from '@goldpan/core';

/** The cells that have a score in two matrices, item by item. */
export interface PairedScores {
  /** Scores of the first matrix; shape (cells). */
  readonly first: Float64Array;
  /** Scores of the second one; shape (cells). */
  readonly second: Float64Array;
  /** Where the cells of an item start; shape (items + 1). */
  readonly starts: Float64Array;
}

/** Packs the cells that have a score in both matrices. O(N·S). */
export function pairedScores({ items, systems, values }: ScoreMatrix, others: Float64Array): PairedScores {
  const first = new Float64Array(values.length);
  const second = new Float64Array(values.length);
  const starts = new Float64Array(items + 1);
  let cells = 0;
  for (let item = 0; item < items; item++) {
    for (let cell = item * systems; cell < (item + 1) * systems; cell++) {
      if (Number.isNaN(values[cell] - others[cell])) continue;
      first[cells] = values[cell];
      second[cells++] = others[cell];
    }
    starts[item + 1] = cells;
  }
  return { first: first.subarray(0, cells), second: second.subarray(0, cells), starts };
}
