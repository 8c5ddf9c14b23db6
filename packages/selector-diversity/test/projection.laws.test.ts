import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { dot, type Rows } from '../src/kernels/dot-products.js';
import { projectOnPrincipal } from '../src/kernels/project-on-principal.js';
import { densify, takeRows, type SparseRows } from '../src/kernels/sparse-rows.js';
import { eigenPairs } from './eigen.js';

/** Rows in few directions and some noise; about a third of the entries is there. */
function sparseRows(
  size: number,
  { rank, noise, dimensions = 30 }: { rank: number; noise: number; dimensions?: number },
): SparseRows {
  const rng = stream(size, 'sparse-rows');
  const topics = Array.from({ length: rank }, () =>
    Array.from({ length: dimensions }, () => (rng.integer(3) === 0 ? rng.next() : 0)),
  );
  const rows = Array.from({ length: size }, (_, row) =>
    topics[row % rank].map((x) => (1 + (row % 7)) * x + noise * (rng.next() - 0.5)),
  );
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  const starts = new Uint32Array(size + 1);
  entries.forEach((row, r) => (starts[r + 1] = starts[r] + row.length));
  return {
    dimensions,
    starts,
    columns: Uint32Array.from(entries.flat(), ({ column }) => column),
    values: Float64Array.from(entries.flat(), ({ value }) => value),
  };
}

const gram = (rows: Rows) => {
  const size = rows.values.length / rows.dimensions;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => dot(rows, i, rows, j)),
  );
};

/** Dot products of the rows in the best space of so many dimensions. */
function bestGram(rows: SparseRows, keep: number): number[][] {
  const pairs = eigenPairs(gram(densify(rows))).slice(0, keep);
  const size = rows.starts.length - 1;
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) =>
      pairs.reduce((sum, { value, vector }) => sum + value * vector[i] * vector[j], 0),
    ),
  );
}

const trace = (matrix: readonly (readonly number[])[]) => matrix.reduce((sum, row, i) => sum + row[i], 0);

describe('a projection on principal directions', () => {
  test.each([
    [11, 3],
    [40, 5],
  ])('of %i rows that lie in %i directions keeps all dot products in so many', (size, rank) => {
    const rows = sparseRows(size, { rank, noise: 0 });
    expectClose(gram(projectOnPrincipal(rows, rank)).flat(), gram(densify(rows)).flat(), { absolute: 1e-9 });
  });

  test('equals the singular value decomposition where a few directions stand out', () => {
    const rows = sparseRows(25, { rank: 4, noise: 0.05 });
    const scale = Math.max(...gram(densify(rows)).flat());
    expectClose(gram(projectOnPrincipal(rows, 4)).flat(), bestGram(rows, 4).flat(), {
      absolute: 1e-6 * scale,
    });
  });

  test('keeps nearly what the best directions keep where none stands out, and never more', () => {
    const rows = sparseRows(60, { rank: 30, noise: 1, dimensions: 80 });
    for (const keep of [3, 10, 25]) {
      const share = trace(gram(projectOnPrincipal(rows, keep))) / trace(bestGram(rows, keep));
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  test('takes its directions from a sample of very many rows', () => {
    const many = sparseRows(2200, { rank: 3, noise: 0 });
    const few = takeRows(many, Uint32Array.of(0, 1, 2, 700, 2199));
    const projected = projectOnPrincipal(many, 3);
    const rows = [0, 1, 2, 700, 2199].map((row) => projected.values.slice(3 * row, 3 * row + 3));
    const values = Float64Array.from(rows.flatMap((row) => [...row]));
    expectClose(gram({ dimensions: 3, values }).flat(), gram(densify(few)).flat(), { absolute: 1e-9 });
  });
});
