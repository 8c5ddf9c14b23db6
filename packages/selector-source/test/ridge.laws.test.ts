import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { expect, test } from 'vitest';
import { timesVector, transposedTimesVector, type SparseRows } from '../src/features/sparse-rows.js';
import { dot, lanczos } from '../src/training/lanczos.js';
import { centreWithin, ridgePath } from '../src/training/ridge-path.js';

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

/** Ridge with one intercept per set by the normal equations, the intercepts as columns without penalty. */
function byNormalEquations(
  dense: Matrix,
  targets: Float64Array,
  sets: Uint32Array,
  penalty: number,
): number[] {
  const setCount = Math.max(...sets) + 1;
  const width = dense.columns;
  const design = Matrix.zeros(dense.rows, width + setCount);
  design.setSubMatrix(dense, 0, 0);
  sets.forEach((set, row) => design.set(row, width + set, 1));
  const gram = design.transpose().mmul(design);
  for (let c = 0; c < width; c++) gram.set(c, c, gram.get(c, c) + penalty);
  const rhs = design.transpose().mmul(Matrix.columnVector([...targets]));
  return solve(gram, rhs).to1DArray().slice(0, width);
}

const shapes = fc.record({
  rows: fc.integer({ min: 4, max: 25 }),
  width: fc.integer({ min: 1, max: 30 }),
  setCount: fc.integer({ min: 1, max: 3 }),
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

test('weights are those of the normal equations with free intercepts, in the dual and in the primal, for every penalty', () => {
  fc.assert(
    fc.property(shapes, ({ rows, width, setCount, seed }) => {
      const { sparse, dense } = randomRows(rows, width, seed);
      const sets = Uint32Array.from({ length: rows }, (_, row) => row % setCount);
      const targets = Float64Array.from(
        { length: rows },
        (_, row) => Math.sin(row * 7 + seed) + (row % setCount),
      );
      const penalties = [100, 3, 0.2];
      const paths = ridgePath(
        { matrix: sparse, targets: centreWithin(sets, targets.slice()), sets },
        penalties,
      );
      penalties.forEach((penalty, p) => {
        expectClose(paths[p], byNormalEquations(dense, targets, sets, penalty), { absolute: 1e-7 });
      });
    }),
    { numRuns: 60 },
  );
});

test('targets without variation have weights of 0', () => {
  const { sparse } = randomRows(6, 4, 1);
  const problem = { matrix: sparse, targets: new Float64Array(6), sets: new Uint32Array(6) };
  expect(ridgePath(problem, [1])).toEqual([new Float64Array(4)]);
});

test('the basis is orthonormal and stops early when the tolerance is met', () => {
  const { sparse } = randomRows(40, 60, 5);
  const operator = (v: Float64Array) => timesVector(sparse, transposedTimesVector(sparse, v));
  const rhs = Float64Array.from({ length: 40 }, (_, i) => Math.sin(i));
  const { basis } = lanczos(operator, rhs, { shift: 1e6, tolerance: 1e-9, maxSteps: 40 });
  expect(basis.length).toBeLessThan(10);
  const whole = lanczos(operator, rhs, { shift: 1e-3, tolerance: 0, maxSteps: 40 }).basis;
  whole.forEach((a, i) =>
    whole.forEach((b, j) => expectClose(dot(a, b), Number(i === j), { absolute: 1e-12 })),
  );
});
