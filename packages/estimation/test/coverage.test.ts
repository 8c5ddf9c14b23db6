import { runEstimator, stream, type Estimator, type JudgedData } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { betaInterval, differences, meanEstimator, regression } from '../src/index.js';
import { columnMeans, judgedOnly, normal, ordinary, population, sample, withJudgements } from './support.js';

/** Share of pair differences whose interval holds, over draws from one full table. */
function coverage(
  data: JudgedData,
  draw: (index: number) => JudgedData,
  estimator: Estimator,
  draws = 150,
): number {
  const truth = columnMeans(data.judgements);
  let [inside, pairs] = [0, 0];
  for (let index = 0; index < draws; index++) {
    for (const { a, b, low, high } of differences(runEstimator(estimator, draw(index)), { draws: 50 })) {
      pairs++;
      if (low <= truth[a] - truth[b] && truth[a] - truth[b] <= high) inside++;
    }
  }
  return inside / pairs;
}

describe('95 % intervals of differences hold', () => {
  const kinds: [name: string, scale: (exact: number) => number][] = [
    ['normal', (exact) => exact],
    ['five-star', (exact) => Math.min(5, Math.max(1, Math.round(3 + exact)))],
    ['binary', (exact) => (exact > 0.5 ? 1 : 0)],
    ['zero-inflated', (exact) => -Math.max(0, Math.round(3 * (0.3 - exact)))],
  ];
  for (const [name, scale] of kinds) {
    for (const n of [10, 40]) {
      test(`${name}, regression, ${n} items`, () => {
        const { data } = population(ordinary, 41, scale);
        const share = coverage(data, (draw) => judgedOnly(data, sample(140, n, draw)), regression);
        expect(share).toBeGreaterThan(0.92);
        expect(share).toBeLessThan(0.985);
      });
    }
  }

  test('where whole documents were drawn: at least 93 % from 25 documents on, far less as if items had been drawn', () => {
    const documents = Int32Array.from(
      { length: 300 },
      (_, item) => Math.floor(item / 5) - (item % 5 === 4 ? 0 : 0),
    );
    const rng = stream(3, 'test/documents');
    const shared = Float64Array.from({ length: 60 * 7 }, () => 0.9 * normal(rng));
    const base = population({ ...ordinary, items: 300 }, 5).data;
    const data = withJudgements(base, (value, item, system) => value + shared[documents[item] * 7 + system]);
    const draw = (index: number) => {
      const taken = new Set(sample(60, 25, index));
      return judgedOnly(
        data,
        [...documents.keys()].filter((item) => taken.has(documents[item])),
      );
    };
    expect(coverage(data, (index) => ({ ...draw(index), documents }), regression, 60)).toBeGreaterThan(0.93);
    expect(coverage(data, draw, regression, 60)).toBeLessThan(0.88);
  });

  test('where a fifth of the cells is missing by chance', () => {
    const { data } = population(ordinary, 43);
    const draw = (index: number) => {
      const rng = stream(index, 'test/missing');
      return withJudgements(judgedOnly(data, sample(140, 30, index)), (value) =>
        rng.next() < 0.2 ? NaN : value,
      );
    };
    for (const estimator of [meanEstimator, regression]) {
      const share = coverage(data, draw, estimator, 50);
      expect(share).toBeGreaterThan(0.92);
      expect(share).toBeLessThan(0.985);
    }
  });

  test('where items were drawn with unequal probabilities', () => {
    const { data } = population(ordinary, 44);
    const inclusion = Float64Array.from({ length: 140 }, (_, item) => 0.1 + (0.35 * ((item * 7) % 10)) / 10);
    const draw = (index: number) => {
      const rng = stream(index, 'test/unequal');
      const items = [...inclusion.keys()].filter((item) => rng.next() < inclusion[item]);
      return { ...judgedOnly(data, items), inclusion };
    };
    const share = coverage(data, draw, regression);
    expect(share).toBeGreaterThan(0.92);
    expect(share).toBeLessThan(0.98);
  });
});

test('at ten 0/1 judgements the beta posterior holds where mean ± 1.96 errors does not', () => {
  const rng = stream(6, 'test/binary');
  let [beta, normalTheory] = [0, 0];
  for (let draw = 0; draw < 2000; draw++) {
    const share = rng.next();
    let successes = 0;
    for (let i = 0; i < 10; i++) if (rng.next() < share) successes++;
    const { low, high } = betaInterval(successes, 10);
    if (low <= share && share <= high) beta++;
    const observed = successes / 10;
    if (Math.abs(observed - share) <= 1.96 * Math.sqrt((observed * (1 - observed)) / 10)) normalTheory++;
  }
  expect(beta / 2000).toBeGreaterThan(0.935);
  expect(normalTheory / 2000).toBeLessThan(0.87);
});
