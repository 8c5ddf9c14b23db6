import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { array, assert, integer, property, type Arbitrary } from 'fast-check';
import { agnes } from 'ml-hclust';
import { kmeans } from 'ml-kmeans';
import { describe, expect, test } from 'vitest';
import { condensedIndex, condensedSquaredDistances } from '../src/kernels/condensed-distances.js';
import { dotProducts, type Rows } from '../src/kernels/dot-products.js';
import { farthestFirst } from '../src/kernels/farthest-first.js';
import { lloyd } from '../src/kernels/lloyd.js';
import { representatives } from '../src/kernels/representatives.js';
import { cutLinkage, wardLinkage } from '../src/kernels/ward.js';
import { greedyStart } from '../src/selectors/k-means.js';

/** Random vectors without ties. */
function randomRows(size: number, dimensions: number, seed: number): Rows & { vectors: number[][] } {
  const rng = stream(seed, 'rows');
  const values = Float64Array.from({ length: size * dimensions }, () => rng.next() - 0.5);
  return { dimensions, values, vectors: vectorsOf({ dimensions, values }) };
}

const vectorsOf = ({ dimensions, values }: Rows) =>
  Array.from({ length: values.length / dimensions }, (_, row) => [
    ...values.subarray(row * dimensions, (row + 1) * dimensions),
  ]);

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((x, d) => x - b[d]));

/** Rows on a coarse grid: many duplicates and ties. */
const gridRows: Arbitrary<Rows> = array(array(integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 2 }), {
  minLength: 2,
  maxLength: 14,
}).map((vectors) => ({ dimensions: 2, values: Float64Array.from(vectors.flat()) }));

describe('products and distances in blocks equal those pair by pair', () => {
  test.each([
    [1, 1, 3],
    [4, 4, 7],
    [5, 3, 1],
    [9, 6, 16],
    [3, 11, 5],
  ])('%i rows with %i rows of %i dimensions', (a, b, dimensions) => {
    const [left, right] = [randomRows(a + 2, dimensions, 1), randomRows(b + 1, dimensions, 2)];
    const products = new Float64Array(a * b);
    dotProducts({ rows: left, start: 2, end: a + 2 }, { rows: right, start: 1, end: b + 1 }, products);
    const expected = left.vectors
      .slice(2)
      .flatMap((x) => right.vectors.slice(1).map((y) => x.reduce((sum, value, d) => sum + value * y[d], 0)));
    expect([...products]).toEqual(expected);
  });

  test('distances, of duplicates exactly 0', () => {
    const rows = randomRows(37, 5, 3);
    rows.values.copyWithin(5 * 20, 0, 5);
    const distances = condensedSquaredDistances(rows);
    const vectors = vectorsOf(rows);
    for (let i = 0; i < 37; i++) {
      for (let j = i + 1; j < 37; j++) {
        const found = distances[condensedIndex(37, i, j)];
        expectClose(found, distance(vectors[i], vectors[j]) ** 2, { absolute: 1e-14 });
      }
    }
    expect(distances[condensedIndex(37, 0, 20)]).toBe(0);
  });
});

describe('Ward', () => {
  test.each([2, 3, 17, 60])('heights of %i items equal those of ml-hclust, and so do the cuts', (size) => {
    const rows = randomRows(size, 3, size);
    const tree = agnes(rows.vectors, { method: 'ward2' });
    const heights: number[] = [];
    tree.traverse((node) => {
      if (!node.isLeaf) heights.push(node.height);
    });
    const linkage = wardLinkage(rows);
    expectClose(
      linkage.heights,
      heights.sort((a, b) => a - b),
      { relative: 1e-9 },
    );
    for (let clusters = 1; clusters <= size; clusters++) {
      const expected = new Uint32Array(size);
      tree
        .group(clusters)
        .children.forEach((child, c) => child.indices().forEach((row) => (expected[row] = c)));
      if (clusters === 1) expected.fill(0);
      const found = cutLinkage(linkage, clusters);
      expect(samePartition(found, expected)).toBe(true);
    }
  });

  test('every cut has the asked number of clusters, duplicates or not', () => {
    assert(
      property(gridRows, (rows) => {
        const linkage = wardLinkage(rows);
        const size = rows.values.length / 2;
        for (let clusters = 1; clusters <= size; clusters++) {
          expect(new Set(cutLinkage(linkage, clusters)).size).toBe(clusters);
        }
        expect([...linkage.heights]).toEqual([...linkage.heights].sort((a, b) => a - b));
      }),
    );
  });
});

function samePartition(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  const pairs = new Set(Array.from(a, (label, i) => `${label} ${b[i]}`));
  return pairs.size === new Set(Array.from(a)).size && pairs.size === new Set(Array.from(b)).size;
}

describe('k-means', () => {
  test.each([
    [20, 3],
    [57, 8],
    [130, 21],
  ])('of %i items in %i clusters equals ml-kmeans from the same centres', (size, k) => {
    const rows = randomRows(size, 4, size);
    const start = greedyStart(rows, k);
    const expected = kmeans(rows.vectors, k, {
      initialization: vectorsOf(start),
      maxIterations: 300,
      tolerance: 0,
    });
    const found = lloyd(rows, start);
    expect([...found.labels]).toEqual(expected.clusters);
    expectClose(found.centres.values, expected.centroids.flat(), { absolute: 1e-12 });
  });

  test('has no empty cluster and a member of its own for each, duplicates or not', () => {
    assert(
      property(gridRows, integer({ min: 1, max: 14 }), (rows, most) => {
        const size = rows.values.length / 2;
        const k = Math.min(most, size);
        const { labels } = lloyd(rows, greedyStart(rows, k));
        expect(new Set(labels).size).toBe(k);
        const { rows: items, sizes } = representatives(rows, labels, k);
        expect(new Set(items).size).toBe(k);
        expect(sizes.reduce((a, b) => a + b, 0)).toBe(size);
      }),
    );
  });
});

describe('farthest-first', () => {
  const radius = (vectors: readonly number[][], chosen: readonly number[]) =>
    Math.max(...vectors.map((x) => Math.min(...chosen.map((c) => distance(x, vectors[c])))));

  test('comes within twice the best radius, for every size', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { vectors, ...rows } = randomRows(9, 2, seed);
      const { order } = farthestFirst(rows, { count: 9, covered: [], outliers: 0 });
      for (let k = 1; k <= 4; k++) {
        const best = Math.min(...subsets(9, k).map((chosen) => radius(vectors, chosen)));
        expect(radius(vectors, [...order.slice(0, k)])).toBeLessThanOrEqual(2 * best + 1e-12);
      }
    }
  });

  test('takes what is farthest from the covered rows first, and never those', () => {
    const rows = { dimensions: 1, values: Float64Array.of(0, 10, 1, 9, 4) };
    const { order, nearest } = farthestFirst(rows, { count: 4, covered: [0], outliers: 0 });
    expect([...order]).toEqual([1, 4, 2, 3]);
    expect([...nearest]).toEqual([-1, 0, 2, 3, 1]);
  });

  test('measures how far every row is from the nearest one taken or covered', () => {
    for (let seed = 0; seed < 8; seed++) {
      const { vectors, ...rows } = randomRows(23, 3, seed);
      for (const options of [
        { count: 5, covered: [], outliers: 0 },
        { count: 4, covered: [7, 11], outliers: 0 },
        { count: 6, covered: [], outliers: 2 },
      ]) {
        const { order, distances } = farthestFirst(rows, options);
        const near = [...order, ...options.covered];
        const expected = vectors.map((x) => Math.min(...near.map((row) => distance(x, vectors[row]))));
        expectClose(distances, expected, { absolute: 1e-6 });
      }
    }
  });

  test('passes over as many far rows as it is told to', () => {
    const rows = { dimensions: 1, values: Float64Array.of(0, 1, 2, 1000, 11, 12) };
    const take = (outliers: number) => [...farthestFirst(rows, { count: 3, covered: [0], outliers }).order];
    expect(take(0)).toEqual([3, 5, 2]);
    expect(take(1)[0]).toBe(5);
    expect(take(1)).not.toContain(3);
  });

  test('ranks every row once, duplicates or not', () => {
    assert(
      property(gridRows, integer({ min: 0, max: 3 }), (rows, outliers) => {
        const count = rows.values.length / 2;
        const { order } = farthestFirst(rows, { count, covered: [], outliers });
        expect(new Set(order).size).toBe(count);
      }),
    );
  });
});

function subsets(size: number, k: number, from = 0): number[][] {
  if (k === 0) return [[]];
  return Array.from({ length: size - from }, (_, i) => from + i).flatMap((first) =>
    subsets(size, k - 1, first + 1).map((rest) => [first, ...rest]),
  );
}
