import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import { test } from 'vitest';
import { timesVector, transposedTimesVector, type SparseRows } from '../src/features/sparse-rows.js';

/** A random matrix with a third of its cells filled, sparse and dense. */
function randomRows(rows: number, width: number, seed: number): { sparse: SparseRows; dense: Matrix } {
  const rng = stream(seed, 'ridge-test');
  const dense = Matrix.zeros(rows, width);
  const starts = [0];
  const [columns, values]: [number[], number[]] = [[], []];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < width; c++) {
      if (rng.integer(3) > 0) continue;
      const value = rng.next() * 4 - 2;
      dense.set(r, c, value);
      columns.push(c);
      values.push(value);
    }
    starts.push(columns.length);
  }
  const sparse = {
    rows,
    width,
    starts: Uint32Array.from(starts),
    columns: Uint32Array.from(columns),
    values: Float64Array.from(values),
  };
  return { sparse, dense };
}

const shapes = fc.record({
  rows: fc.integer({ min: 4, max: 25 }),
  width: fc.integer({ min: 1, max: 30 }),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

test('products with a sparse matrix are those with the dense one', () => {
  fc.assert(
    fc.property(shapes, ({ rows, width, seed }) => {
      const { sparse, dense } = randomRows(rows, width, seed);
      const v = Float64Array.from({ length: width }, (_, i) => Math.sin(i + seed));
      const u = Float64Array.from({ length: rows }, (_, i) => Math.cos(i + seed));
      expectClose(timesVector(sparse, v), dense.mmul(Matrix.columnVector([...v])).to1DArray(), {
        absolute: 1e-12,
      });
      expectClose(
        transposedTimesVector(sparse, u),
        dense
          .transpose()
          .mmul(Matrix.columnVector([...u]))
          .to1DArray(),
        { absolute: 1e-12 },
      );
    }),
  );
});
