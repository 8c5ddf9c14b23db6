import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  curves,
  evaluateSubset,
  everySize,
  fullData,
  measures,
  randomRanking,
  replicate,
  signFlipPValues,
  type FullData,
} from '../src/index.js';
import { rankedSequence } from '../src/ranked-sequence.js';
import { tiedMatrix } from './arbitraries.js';
import {
  matrixOf,
  pairsOf,
  slowClusters,
  slowFlipCounts,
  slowHeadClusters,
  slowMeans,
  slowTest,
} from './twins.js';

const names = measures.map(({ name }) => name);
const seed = fc.integer({ min: 0, max: 1000 });
/** Not a multiple of 32: the last word of signs is partly used. */
const permutations = 77;
const runs = { numRuns: 40 };

/** The clusters at a size, as lists of systems. */
function groupsAt(full: FullData, ranking: ArrayLike<number>, size: number): number[][] {
  const walk = full.walks.subset;
  walk.start(rankedSequence(full, ranking));
  const { order, clusterOf } = walk.at(size).clusters;
  const groups: number[][] = [];
  for (const system of order) (groups[clusterOf[system]] ??= []).push(system);
  return groups;
}

const flipCountsOf = (full: FullData, ranking: ArrayLike<number>) => {
  const walk = full.walks.subset;
  walk.start(rankedSequence(full, ranking));
  return [...walk.at(ranking.length).flipCounts];
};

describe('a curve', () => {
  test('has at every size the value of the first items alone, for every measure, with ties and identical systems', () => {
    fc.assert(
      fc.property(tiedMatrix(), seed, (matrix, seed) => {
        const full = fullData(matrix, { seed, permutations });
        const ranking = randomRanking(matrix.items, seed);
        const { values } = curves(full, ranking, { measures: names, sizes: everySize(matrix.items) });
        for (let size = 1; size <= matrix.items; size++) {
          const alone = evaluateSubset(fullData(matrix, { seed, permutations }), ranking.slice(0, size));
          for (const name of names) expect(values[name][size - 1]).toBe(alone.values[name]);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('does not depend on which sizes and measures are asked for beside', () => {
    fc.assert(
      fc.property(tiedMatrix({ minItems: 8 }), seed, (matrix, seed) => {
        const full = fullData(matrix, { seed, permutations });
        const ranking = randomRanking(matrix.items, seed);
        const every = curves(full, ranking, { measures: names, sizes: everySize(matrix.items) });
        for (const name of names) {
          const sparse = curves(full, ranking, { measures: [name], sizes: [3, 7] });
          expect([...sparse.values[name]]).toEqual([every.values[name][2], every.values[name][6]]);
        }
      }),
      runs,
    );
  });

  test('stays inside the range of its measure', () => {
    fc.assert(
      fc.property(tiedMatrix(), tiedMatrix(), seed, (target, other, seed) => {
        const values = target.values.map((_, cell) => other.values[cell % other.values.length]);
        const full = fullData(target, { measured: { ...target, values }, permutations });
        const ranking = randomRanking(target.items, seed);
        const found = curves(full, ranking, { measures: names, sizes: everySize(target.items) });
        for (const { name, range } of measures) {
          for (const value of found.values[name]) {
            expect(value).toBeGreaterThanOrEqual(range[0]);
            expect(value).toBeLessThanOrEqual(range[1]);
          }
        }
      }),
      runs,
    );
  });

  test('leaves matrix and ranking as they were', () => {
    fc.assert(
      fc.property(tiedMatrix(), seed, (matrix, seed) => {
        const ranking = randomRanking(matrix.items, seed);
        const before = [matrix.values.slice(), ranking.slice()];
        curves(fullData(matrix, { permutations }), ranking, { measures: names, sizes: [matrix.items] });
        expect([matrix.values, ranking]).toEqual(before);
      }),
      runs,
    );
  });
});

describe('sign flips', () => {
  test('equal drawing the signs and comparing T* with T, missing scores included', () => {
    for (const missing of [0, 2]) {
      fc.assert(
        fc.property(tiedMatrix({ missing, maxItems: 25 }), seed, (matrix, seed) => {
          const full = fullData(matrix, { seed, permutations, missing: 'pairwise' });
          const items = [...randomRanking(matrix.items, seed).subarray(0, 1 + (seed % matrix.items))];
          const slow = slowFlipCounts(matrix, { items, positions: items, seed, permutations });
          expect(flipCountsOf(full, items)).toEqual(slow);
        }),
        runs,
      );
    }
  });

  test('tie only where sums tie, beside scores a thousand times larger', () => {
    for (const missing of [0, 2]) {
      fc.assert(
        fc.property(tiedMatrix({ missing, maxItems: 12 }), seed, (matrix, seed) => {
          const { items, systems, values } = matrix;
          const large = Float64Array.from({ length: systems }, () => 3000);
          const beside = { items: items + 1, systems, values: Float64Array.of(...values, ...large) };
          const full = fullData(beside, { seed, permutations, missing: 'pairwise' });
          const all = Array.from({ length: items + 1 }, (_, item) => item);
          const slow = slowFlipCounts(beside, { items: all, positions: all, seed, permutations });
          expect(flipCountsOf(full, all)).toEqual(slow);
        }),
        runs,
      );
    }
  });

  test('do not depend on the order of the items', () => {
    fc.assert(
      fc.property(tiedMatrix({ minItems: 6 }), seed, (matrix, seed) => {
        // Thirds: sums of doubles would depend on their order.
        const thirds = { ...matrix, values: matrix.values.map((score) => score / 3) };
        const full = fullData(thirds, { seed, permutations });
        const items = randomRanking(matrix.items, seed).subarray(0, 6);
        expect(flipCountsOf(full, items.toReversed())).toEqual(flipCountsOf(full, items));
        // And ties of exact arithmetic stay ties, whatever the unit.
        expect(flipCountsOf(fullData(matrix, { seed, permutations }), items)).toEqual(
          flipCountsOf(full, items),
        );
      }),
      runs,
    );
  });

  test('do not depend on the unit of the scores, however large or small', () => {
    fc.assert(
      fc.property(tiedMatrix(), seed, fc.integer({ min: -1020, max: 1020 }), (matrix, seed, exponent) => {
        const scaled = { ...matrix, values: matrix.values.map((score) => score * 2 ** exponent) };
        const items = randomRanking(matrix.items, seed);
        const expected = flipCountsOf(fullData(matrix, { seed, permutations }), items);
        expect(flipCountsOf(fullData(scaled, { seed, permutations }), items)).toEqual(expected);
      }),
      runs,
    );
  });

  test('SPA of the full data with itself is 1, in any order, and identical systems have p = 1 both ways', () => {
    fc.assert(
      fc.property(tiedMatrix(), seed, (matrix, seed) => {
        const tenths = { ...matrix, values: matrix.values.map((score) => score * 0.1) };
        const full = fullData(tenths, { seed, permutations });
        const { spa } = evaluateSubset(full, randomRanking(matrix.items, seed), ['spa']).values;
        expect(spa).toBe(1);
        const p = signFlipPValues(tenths, { seed, permutations });
        const last = matrix.systems - 1;
        expect([p[last], p[last * matrix.systems]]).toEqual([1, 1]);
      }),
      runs,
    );
  });

  test('p-values of a pair both ways add up to 1 and the share of ties', () => {
    fc.assert(
      fc.property(tiedMatrix({ maxItems: 20 }), seed, (matrix, seed) => {
        const p = signFlipPValues(matrix, { seed, permutations });
        const items = Array.from({ length: matrix.items }, (_, item) => item);
        const negated = { ...matrix, values: matrix.values.map((score) => -score) };
        const given = { items, positions: items, seed, permutations };
        const forward = slowFlipCounts(matrix, given);
        const backward = slowFlipCounts(negated, given);
        pairsOf(matrix.systems).forEach(([a, b], pair) => {
          expect(p[a * matrix.systems + b]).toBe(forward[pair] / permutations);
          expect(p[b * matrix.systems + a]).toBe(backward[pair] / permutations);
        });
      }),
      runs,
    );
  });

  test('the first permutations are the same however many there are', () => {
    const matrix = matrixOf([[1, 2, 4], [5, 3, 3], [0, 1, 0], [2, 2, 9], [7, 1, 1]]); // prettier-ignore
    const items = [4, 1, 2];
    const given = { items, positions: items, seed: 5 };
    const few = slowFlipCounts(matrix, { ...given, permutations: 40 });
    const many = slowFlipCounts(matrix, { ...given, permutations: 70 });
    few.forEach((count, pair) => {
      expect(many[pair]).toBeGreaterThanOrEqual(count);
      expect(many[pair]).toBeLessThanOrEqual(count + 30);
    });
    expect(flipCountsOf(fullData(matrix, { seed: 5, permutations: 40 }), items)).toEqual(few);
  });
});

describe('clusters and tests', () => {
  test('equal tests done anew at every size, missing scores included', () => {
    for (const missing of [0, 2]) {
      fc.assert(
        fc.property(tiedMatrix({ missing, minItems: 3, maxItems: 70 }), seed, (matrix, seed) => {
          const full = fullData(matrix, { missing: 'pairwise', clusters: { alpha: 0.2 } });
          const ranking = [...randomRanking(matrix.items, seed)];
          for (let size = 1; size <= matrix.items; size += 1 + (size % 7)) {
            const items = ranking.slice(0, size);
            if (slowMeans(matrix, items).some(Number.isNaN)) continue;
            expect(groupsAt(full, ranking, size)).toEqual(slowClusters(matrix, items, 0.2));
          }
        }),
        runs,
      );
    }
  });

  test('p-values of neighbours equal the signed-rank test of their differences, at every size', () => {
    fc.assert(
      fc.property(tiedMatrix({ minItems: 20, maxItems: 70 }), seed, (matrix, seed) => {
        const full = fullData(matrix);
        const ranking = [...randomRanking(matrix.items, seed)];
        const walk = full.walks.subset;
        walk.start(rankedSequence(full, ranking));
        for (let size = 1; size <= matrix.items; size++) {
          const { order, pValues } = walk.at(size).clusters;
          const slow = Array.from(pValues, (_, k) =>
            slowTest(matrix, ranking.slice(0, size), order[k + 1], order[k]),
          );
          expect([...pValues]).toEqual(slow);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('around heads equal the definition, at every size', () => {
    fc.assert(
      fc.property(tiedMatrix({ minItems: 10 }), seed, (matrix, seed) => {
        const full = fullData(matrix, { clusters: { method: 'head', alpha: 0.4 } });
        const ranking = [...randomRanking(matrix.items, seed)];
        for (let size = 1; size <= matrix.items; size += 3) {
          const slow = slowHeadClusters(matrix, ranking.slice(0, size), 0.4);
          expect(groupsAt(full, ranking, size)).toEqual(slow);
        }
      }),
      runs,
    );
  });

  test('identical systems share a cluster by either method', () => {
    fc.assert(
      fc.property(tiedMatrix(), fc.constantFrom('neighbour' as const, 'head' as const), (matrix, method) => {
        const { clusterOf } = fullData(matrix, { clusters: { method, alpha: 0.4 } }).standing.clusters;
        expect(clusterOf[matrix.systems - 1]).toBe(clusterOf[0]);
      }),
      runs,
    );
  });
});

describe('a replicate', () => {
  test('of every item once is the full data', () => {
    fc.assert(
      fc.property(tiedMatrix(), seed, (matrix, seed) => {
        const full = fullData(matrix, { seed, permutations });
        const same = replicate(full, randomRanking(matrix.items, 0).sort());
        const ranking = randomRanking(matrix.items, seed).subarray(0, Math.ceil(matrix.items / 2));
        expect(evaluateSubset(same, ranking)).toEqual(evaluateSubset(full, ranking));
      }),
      runs,
    );
  });

  test('with repetition measures as a matrix of the repeated rows, every position with signs of its own', () => {
    fc.assert(
      fc.property(tiedMatrix(), seed, (matrix, seed) => {
        const full = fullData(matrix, { seed, permutations });
        const items = Array.from({ length: matrix.items + 3 }, (_, p) => (p * (seed + 1)) % matrix.items);
        const rows = items.map((item) => [
          ...matrix.values.subarray(item * matrix.systems, (item + 1) * matrix.systems),
        ]);
        // The largest score sets the unit of the exact sums; it may be missing from the sample without effect.
        const copy = fullData(matrixOf(rows), { seed, permutations });
        const ranking = randomRanking(items.length, seed).subarray(0, 1 + (seed % items.length));
        expect(evaluateSubset(replicate(full, items), ranking)).toEqual(evaluateSubset(copy, ranking));
      }),
      runs,
    );
  });
});

const everything = [0, 1, 2, 3, 4, 5];

test.each([0, 1])('measuring one sample does not disturb another, though they share buffers', (missing) => {
  fc.assert(
    fc.property(tiedMatrix({ minItems: 6, missing }), seed, (matrix, seed) => {
      const full = fullData(matrix, { seed, permutations, missing: 'pairwise' });
      const sampleOf = (step: number) =>
        replicate(
          full,
          Array.from({ length: 6 }, (_, p) => (p * step) % matrix.items),
        );
      const [a, b] = [sampleOf(2), sampleOf(3)];
      // A system without a score has no mean to measure.
      const lacks = (sample: number, of: number[]) =>
        slowMeans(
          matrix,
          of.map((p) => (p * sample) % matrix.items),
        ).some(Number.isNaN);
      if (lacks(2, [4, 1]) || lacks(3, [5, 0, 3]) || lacks(2, everything) || lacks(3, everything)) return;
      const alone = evaluateSubset(sampleOf(2), [4, 1]);
      const { means, flipCounts } = a.standing;
      const before = [[...means], [...flipCounts]];
      evaluateSubset(b, [5, 0, 3], ['spa', 'clusters']);
      const spaOfA = evaluateSubset(a, [4, 1], ['spa']).values.spa;
      evaluateSubset(b, [5, 0, 3]);
      expect(evaluateSubset(a, [4, 1])).toEqual(alone);
      expect(spaOfA).toBe(alone.values.spa);
      expect([[...means], [...flipCounts]]).toEqual(before);
    }),
    runs,
  );
});

describe('missing scores', () => {
  test('dropping items equals measuring the complete items with their own signs', () => {
    fc.assert(
      fc.property(tiedMatrix({ missing: 1, minItems: 10 }), seed, (matrix, seed) => {
        const complete = Array.from({ length: matrix.items }, (_, item) => item).filter(
          (item) =>
            !matrix.values.subarray(item * matrix.systems, (item + 1) * matrix.systems).some(Number.isNaN),
        );
        if (complete.length === 0) return;
        const full = fullData(matrix, { seed, permutations, missing: 'drop-items' });
        expect(full.size).toBe(complete.length);
        expect(full.missing.dropped).toBe(matrix.items - complete.length);
        const ranking = [...randomRanking(matrix.items, seed)];
        const kept = ranking.filter((item) => complete.includes(item));
        const { means, size, values } = evaluateSubset(full, ranking.slice(0, matrix.items));
        expect(size).toBe(kept.length);
        expectClose(means, slowMeans(matrix, kept), { absolute: 0 });
        expect(values.spa).toBe(1);
        const given = { items: complete, positions: complete, seed, permutations };
        expect([...full.standing.flipCounts]).toEqual(slowFlipCounts(matrix, given));
      }),
      runs,
    );
  });

  test('a policy changes nothing where nothing is missing', () => {
    fc.assert(
      fc.property(tiedMatrix(), seed, (matrix, seed) => {
        const ranking = randomRanking(matrix.items, seed);
        const results = (['error', 'drop-items', 'pairwise'] as const).map((missing) => {
          const full = fullData(matrix, { missing, permutations });
          return curves(full, ranking, { measures: names, sizes: everySize(matrix.items) }).values;
        });
        expect(results[1]).toEqual(results[0]);
        expect(results[2]).toEqual(results[0]);
      }),
      { numRuns: 15 },
    );
  });
});
