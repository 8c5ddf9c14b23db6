import { runEstimator } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { areShares, intervals, meanEstimator, regression, wilsonInterval } from '../src/index.js';
import { judgedOnly, matrix, ordinary, population, sample } from './support.js';

/** Right or wrong; the better systems nearly always right. */
const easy = (exact: number) => (exact > -1.9 ? 1 : 0);

describe('intervals of 0/1 scores', () => {
  for (const estimator of [meanEstimator, regression])
    for (const n of [10, 40])
      test(`${estimator.name}, ${n} items: hold, and stay inside [0, 1]`, () => {
        const { data, means } = population({ ...ordinary, items: 300 }, 6, easy);
        let [covered, count] = [0, 0];
        for (let draw = 0; draw < 150; draw++) {
          const estimate = runEstimator(estimator, judgedOnly(data, sample(300, n, draw)), { seed: draw });
          const { low, high } = intervals(estimate, 0.95, { shares: true });
          means.forEach((mean, s) => {
            expect(low[s]).toBeGreaterThanOrEqual(0);
            expect(high[s]).toBeLessThanOrEqual(1);
            count++;
            if (low[s] <= mean && mean <= high[s]) covered++;
          });
        }
        expect(covered / count).toBeGreaterThan(0.93);
        expect(covered / count).toBeLessThan(0.995);
      });

  test('are near those of Wilson with a trial less, where a small part of the items is judged', () => {
    const scores = matrix(4000, 3, (item, system) => (item % (3 + system) === 0 ? 1 : 0));
    const data = { systems: ['a', 'b', 'c'], judgements: scores, metrics: [] };
    const judged = judgedOnly(data, sample(4000, 121, 2));
    const estimate = runEstimator(meanEstimator, judged, { population: 'like-these' });
    const { low, high } = intervals(estimate, 0.95, { shares: true });
    estimate.values.forEach((share, s) => {
      const wilson = wilsonInterval(Math.round(share * 121), 121);
      expectClose([low[s], high[s]], [wilson.low, wilson.high], { absolute: 0.003 });
    });
  });

  test('all right: an interval below 1, none when all is judged', () => {
    const data = { systems: ['a', 'b'], judgements: matrix(50, 2, () => 1), metrics: [] };
    const some = intervals(runEstimator(meanEstimator, judgedOnly(data, sample(50, 8, 1))), 0.95, {
      shares: true,
    });
    expect([...some.high]).toEqual([1, 1]);
    expect(some.low[0]).toBeGreaterThan(0.6);
    expect(some.low[0]).toBeLessThan(0.75);
    const all = intervals(runEstimator(meanEstimator, data), 0.95, { shares: true });
    expect([...all.low, ...all.high]).toEqual([1, 1, 1, 1]);
  });
});

test('shares are scores in [0, 1] that take both ends, half of them 0 or 1', () => {
  const of = (...values: number[]) => ({
    judgements: { items: values.length, systems: 1, values: Float64Array.from(values) },
  });
  expect(areShares(of(0, 1, NaN, 0.25))).toBe(true);
  expect(areShares(of(0, 0.5, 0.25, 0.25, 1))).toBe(false);
  expect(areShares(of(0, 0, 1, 2))).toBe(false);
  expect(areShares(of(0, 1, -1))).toBe(false);
  expect(areShares(of(1, 1, 1))).toBe(false);
  expect(areShares(of(NaN, NaN))).toBe(false);
});
