import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { Matrix, solve } from 'ml-matrix';
import { expect, test } from 'vitest';
import { centreWithin, dot, lanczos, ridgePath, type LinearMap } from '../src/index.js';

const asMap = (dense: Matrix): LinearMap => ({
  rows: dense.rows,
  columns: dense.columns,
  times: (vector) => Float64Array.from(dense.mmul(Matrix.columnVector(vector)).to1DArray()),
  transposedTimes: (vector) =>
    Float64Array.from(dense.transpose().mmul(Matrix.columnVector(vector)).to1DArray()),
});

/** A matrix of small numbers, a third of them zero, that is the same for the same shape and shift. */
const wavy = (rows: number, columns: number, shift: number) =>
  new Matrix(
    Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) =>
        (r + 2 * c + shift) % 3 === 0 ? 0 : 2 * Math.sin(1 + shift + 12.9898 * r + 78.233 * c * (1 + r / 7)),
      ),
    ),
  );

/** Ridge with one intercept per set by the normal equations, the intercepts as columns without penalty. */
function byNormalEquations(
  dense: Matrix,
  { targets, sets }: { targets: Float64Array; sets: Uint32Array },
  penalty: number,
): number[] {
  const design = Matrix.zeros(dense.rows, dense.columns + Math.max(...sets) + 1);
  design.setSubMatrix(dense, 0, 0);
  sets.forEach((set, row) => design.set(row, dense.columns + set, 1));
  const gram = design.transpose().mmul(design);
  for (let c = 0; c < dense.columns; c++) gram.set(c, c, gram.get(c, c) + penalty);
  const right = design.transpose().mmul(Matrix.columnVector(targets));
  return solve(gram, right).to1DArray().slice(0, dense.columns);
}

const shapes = fc.record({
  rows: fc.integer({ min: 4, max: 25 }),
  columns: fc.integer({ min: 1, max: 30 }),
  setCount: fc.integer({ min: 1, max: 3 }),
  shift: fc.integer({ min: 0, max: 1000 }),
});

test('weights are those of the normal equations with free intercepts, in the dual and in the primal, for every penalty', () => {
  fc.assert(
    fc.property(shapes, ({ rows, columns, setCount, shift }) => {
      const dense = wavy(rows, columns, shift);
      const sets = Uint32Array.from({ length: rows }, (_, row) => row % setCount);
      const targets = Float64Array.from(sets, (set, row) => Math.sin(row * 7 + shift) + set);
      const penalties = [100, 3, 0.2];
      const centred = centreWithin(sets, targets.slice());
      const paths = ridgePath({ matrix: asMap(dense), targets: centred, sets }, penalties);
      penalties.forEach((penalty, p) => {
        expectClose(paths[p], byNormalEquations(dense, { targets, sets }, penalty), { absolute: 1e-7 });
      });
    }),
    { numRuns: 60, seed: 14 },
  );
});

test('targets without variation have weights of 0', () => {
  const problem = {
    matrix: asMap(wavy(6, 4, 1)),
    targets: new Float64Array(6),
    sets: new Uint32Array(6),
  };
  expect(ridgePath(problem, [1])).toEqual([new Float64Array(4)]);
});

test('the basis is orthonormal and stops early when the tolerance is met', () => {
  const { times, transposedTimes } = asMap(wavy(40, 60, 5));
  const operator = (vector: Float64Array) => times(transposedTimes(vector));
  const right = Float64Array.from({ length: 40 }, (_, i) => Math.sin(i));
  const { basis } = lanczos(operator, right, { shift: 1e6, tolerance: 1e-9, maxSteps: 40 });
  expect(basis.length).toBeLessThan(10);
  const whole = lanczos(operator, right, { shift: 1e-3, tolerance: 0, maxSteps: 40 }).basis;
  expect(whole.length).toBeGreaterThan(basis.length);
  whole.forEach((a, i) =>
    whole.forEach((b, j) => expectClose(dot(a, b), Number(i === j), { absolute: 1e-12 })),
  );
});
