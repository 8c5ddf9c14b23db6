import type { Rows } from './dot-products.js';

/** Rows of numbers that are mostly 0: row r has the entries from `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  readonly dimensions: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

/** The same rows with their zeros. A column may occur more than once in a row: its values are added. */
export function densify({ dimensions, starts, columns, values }: SparseRows): Rows {
  const size = starts.length - 1;
  const dense = new Float64Array(size * dimensions);
  for (let row = 0; row < size; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++)
      dense[row * dimensions + columns[at]] += values[at];
  }
  return { dimensions, values: dense };
}

/** Some of the rows, in the given order. */
export function takeRows({ dimensions, starts, columns, values }: SparseRows, rows: Uint32Array): SparseRows {
  const taken = new Uint32Array(rows.length + 1);
  rows.forEach((row, to) => (taken[to + 1] = taken[to] + starts[row + 1] - starts[row]));
  const some = {
    dimensions,
    starts: taken,
    columns: new Uint32Array(taken[rows.length]),
    values: new Float64Array(taken[rows.length]),
  };
  rows.forEach((row, to) => {
    some.columns.set(columns.subarray(starts[row], starts[row + 1]), taken[to]);
    some.values.set(values.subarray(starts[row], starts[row + 1]), taken[to]);
  });
  return some;
}
