import type { ScoreMatrix } from '@goldpan/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullData, randomRanking } from '../src/index.js';
import { rankedSequence } from '../src/ranked-sequence.js';
import { tiedMatrix } from './arbitraries.js';
import { exactFlipCounts, exactly } from './exact-sign-flips.js';
import { matrixOf } from './twins.js';

const permutations = 77;
const runs = { numRuns: 60, seed: 14 };
const seed = fc.integer({ min: 0, max: 1000 });

/** Counts of the package on the first half of a random ranking and on all items, and those without rounding. */
function bothCounts(matrix: ScoreMatrix, seed: number) {
  const ranking = [...randomRanking(matrix.items, seed)];
  const walk = fullData(matrix, { seed, permutations, missing: 'pairwise' }).walks.subset;
  walk.start(rankedSequence(fullData(matrix, { missing: 'pairwise' }), ranking));
  const sizes = [Math.ceil(matrix.items / 2), matrix.items];
  const found = sizes.map((size) => [...walk.at(size).flipCounts]);
  const exact = sizes.map((size) => {
    const items = ranking.slice(0, size);
    return exactFlipCounts(matrix, { items, positions: items, seed, permutations });
  });
  return { found, exact };
}

function expectExact(matrix: ScoreMatrix, seed: number): void {
  const { found, exact } = bothCounts(matrix, seed);
  expect(found).toEqual(exact);
}

const mapScores = (matrix: ScoreMatrix, change: (score: number, cell: number) => number): ScoreMatrix => ({
  ...matrix,
  values: matrix.values.map(change),
});

/** A few cells of a matrix, at least one, become large, with a sign. */
const outliers = fc.array(
  fc.record({
    cell: fc.nat(10_000),
    exponent: fc.integer({ min: 7, max: 15 }),
    sign: fc.constantFrom(1, -1),
  }),
  { minLength: 1, maxLength: 3 },
);

const withOutliers = (
  matrix: ScoreMatrix,
  cells: typeof outliers extends fc.Arbitrary<infer T> ? T : never,
) => {
  const values = matrix.values.slice();
  for (const { cell, exponent, sign } of cells) values[cell % values.length] = sign * 10 ** exponent;
  return { ...matrix, values };
};

/** Scores that fill the whole of a double. */
const continuous = tiedMatrix({ minItems: 12 }).map((matrix) =>
  mapScores(matrix, (score, cell) => score + Math.sin(cell + 1)),
);

describe('sign flips equal those without rounding', () => {
  test.each([0, 2])('beside single scores of ±1e7 to ±1e15, whole scores', (missing) => {
    fc.assert(
      fc.property(tiedMatrix({ missing, minItems: 12 }), outliers, seed, (matrix, cells, seed) => {
        expectExact(withOutliers(matrix, cells), seed);
      }),
      runs,
    );
  });

  test('beside single scores of ±1e7 to ±1e15, continuous scores', () => {
    fc.assert(
      fc.property(continuous, outliers, seed, (matrix, cells, seed) => {
        expectExact(withOutliers(matrix, cells), seed);
      }),
      runs,
    );
  });

  test('with an offset of 1e6 to 1e12 for each item', () => {
    fc.assert(
      fc.property(
        tiedMatrix({ minItems: 12 }),
        fc.integer({ min: 6, max: 12 }),
        seed,
        (matrix, power, seed) => {
          const offset = (cell: number) => 10 ** power + Math.floor(cell / matrix.systems);
          expectExact(
            mapScores(matrix, (score, cell) => score + offset(cell)),
            seed,
          );
        },
      ),
      runs,
    );
  });

  test('where one system is on a scale of its own', () => {
    fc.assert(
      fc.property(continuous, fc.integer({ min: -12, max: 12 }), seed, (matrix, power, seed) => {
        const scale = (cell: number) => (cell % matrix.systems === 1 ? 10 ** power : 1);
        expectExact(
          mapScores(matrix, (score, cell) => score * scale(cell)),
          seed,
        );
      }),
      runs,
    );
  });

  test('at scales of 1e-300 and 1e300, and with both in one matrix', () => {
    fc.assert(
      fc.property(continuous, fc.constantFrom(1e-300, 1e300), seed, (matrix, scale, seed) => {
        expectExact(
          mapScores(matrix, (score) => score * scale),
          seed,
        );
        expectExact(
          mapScores(matrix, (score, cell) => score * (cell === 3 ? scale : 1 / scale)),
          seed,
        );
      }),
      { ...runs, numRuns: 20 },
    );
  });
});

describe('ties of decimals stay ties', () => {
  const tenths = tiedMatrix({ minItems: 12 });

  test('beside a large score', () => {
    fc.assert(
      fc.property(tenths, outliers, seed, (matrix, cells, seed) => {
        const whole = withOutliers(matrix, cells);
        const { found } = bothCounts(
          mapScores(whole, (score) => score * 0.1),
          seed,
        );
        expect(found).toEqual(bothCounts(whole, seed).exact);
      }),
      runs,
    );
  });

  test('with an offset of up to 1e12', () => {
    fc.assert(
      fc.property(tenths, fc.integer({ min: 3, max: 12 }), seed, (matrix, power, seed) => {
        const { found } = bothCounts(
          mapScores(matrix, (score) => score * 0.1 + 10 ** power),
          seed,
        );
        expect(found).toEqual(bothCounts(matrix, seed).exact);
      }),
      runs,
    );
  });
});

test('a double becomes a whole number of the smallest one', () => {
  expect([0, 5e-324, -1e-323, 2 ** -1022].map(exactly)).toEqual([0n, 1n, -2n, 1n << 52n]);
  expect(exactly(-1.5)).toBe(-3n << 1073n);
});

test('one large score does not swallow the differences beside it', () => {
  const small = matrixOf([[1, 2], [5, 3], [0, 1], [2, 4], [7, 9]]); // prettier-ignore
  const counts = (score: number) => {
    const values = Float64Array.of(...small.values, score, 0);
    return [...fullData({ items: 6, systems: 2, values }).standing.flipCounts];
  };
  expect(counts(1e9)).toEqual(counts(1e15));
});
