import { runEstimator, stream, type Estimate, type Estimator, type JudgedData } from '@goldpan/core';
import { normalCdf } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { allPairs, meanEstimator, predictedFullTest, regression, shrunk, type Pair } from '../src/index.js';
import { judgedOnly, matrix, normal, ordinary, population, sample } from './support.js';

const { data } = population({ ...ordinary, systems: 8 }, 21);
const near = { absolute: 1e-12 };

function rowsOf({ judgements, systems }: JudgedData, items: ArrayLike<number>): Float64Array {
  const S = systems.length;
  return Float64Array.from(
    Array.from(items).flatMap((item) => [...judgements.values.subarray(item * S, item * S + S)]),
  );
}

/** The p-value of the mean difference of some rows, by normal theory. */
function ownPValue(rows: Float64Array, systems: number, { a, b }: Pair): number {
  const differences: number[] = [];
  for (let row = 0; row < rows.length; row += systems) differences.push(rows[row + a] - rows[row + b]);
  const n = differences.length;
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const squares = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0);
  return mean === 0 ? 0.5 : normalCdf(-mean / Math.sqrt(squares / (n - 1) / n));
}

describe('the predicted p-value of the full test', () => {
  const judged = judgedOnly(data, sample(140, 30, 4));

  test('with plain means is the p-value of the sample itself', () => {
    const estimate = runEstimator(meanEstimator, judged);
    const rows = rowsOf(data, estimate.judged);
    for (const pair of allPairs(8))
      expectClose(predictedFullTest(estimate, rows, pair), ownPValue(rows, 8, pair), near);
  });

  test.each([meanEstimator, regression])('$name: does not depend on the population', (estimator) => {
    const [all, likeThese] = (['all', 'like-these'] as const).map((population) =>
      runEstimator(estimator, judged, { population }),
    );
    const rows = rowsOf(data, all.judged);
    const pair = { a: 5, b: 3 };
    // Doubt about the texts of the future is found from residuals without metrics, which are centred a little differently.
    expectClose(predictedFullTest(likeThese, rows, pair), predictedFullTest(all, rows, pair), {
      absolute: 0.02,
    });
  });

  test('doubts less the more estimates were shrunk', () => {
    const estimate = runEstimator(regression, judged);
    const rows = rowsOf(data, estimate.judged);
    const p = (shrinkage: number) =>
      Math.abs(0.5 - predictedFullTest({ ...estimate, shrinkage }, rows, { a: 4, b: 2 }));
    expect(p(0.5)).toBeGreaterThan(p(0));
    expect(p(1)).toBeGreaterThan(p(0.5));
  });

  test('near twins and rare heavy judgements: with metrics as near to the truth as the sample is; doubt is worth keeping when shrunk', () => {
    // Most outputs have no error, a few have a grave one; systems come in threes that mostly say the same. The metric says little.
    const rng = stream(3, 'test/errors');
    const risk = [0.1, 0.1, 0.1, 0.11, 0.11, 0.11, 0.16];
    const judgements = matrix(260, 7, () => 0);
    for (let cell = 0; cell < judgements.values.length; cell++) {
      const twin = cell % 7 === 0 || cell % 7 === 3 || cell % 7 === 6 ? 0 : 0.9;
      const anew = rng.next() < risk[cell % 7] ? -25 : rng.next() < 0.3 ? -1 : 0;
      judgements.values[cell] = rng.next() < twin ? judgements.values[cell - 1] : anew;
    }
    const metric = matrix(260, 7, (i, s) => 0.02 * judgements.values[i * 7 + s] + normal(rng));
    const systems = risk.map((_, s) => `s${s}`);
    const errors: JudgedData = { systems, judgements, metrics: [{ name: 'm', scores: metric }] };
    const pairs = allPairs(7);
    const truth = pairs.map((pair) => ownPValue(judgements.values, 7, pair));
    const distance = (pValueOf: (pair: Pair) => number) =>
      pairs.reduce((sum, pair, at) => sum + Math.abs(pValueOf(pair) - truth[at]), 0) / pairs.length;
    const found = { sample: 0, regression: 0, shrunk: 0, certain: 0 };
    for (let draw = 0; draw < 60; draw++) {
      const taken = sample(260, 26, draw);
      const rows = rowsOf(errors, taken);
      const estimateBy = (estimator: Estimator) =>
        runEstimator(estimator, judgedOnly(errors, taken), { seed: draw });
      const predicted = (estimate: Estimate) => distance((pair) => predictedFullTest(estimate, rows, pair));
      found.sample += distance((pair) => ownPValue(rows, 7, pair)) / 60;
      found.regression += predicted(estimateBy(regression)) / 60;
      found.shrunk += predicted(estimateBy(shrunk)) / 60;
      found.certain += predicted({ ...estimateBy(shrunk), shrinkage: 1 }) / 60;
    }
    expect(found.regression).toBeLessThan(found.sample + 0.005);
    expect(found.shrunk).toBeLessThan(found.certain - 0.02);
  });
});

test('without metrics, shrinking keeps the order of the estimates, however near they are', () => {
  const rng = stream(8, 'test/near-ties');
  const judgements = matrix(90, 9, (_, s) => 0.01 * s + normal(rng));
  const systems = Array.from({ length: 9 }, (_, s) => `s${s}`);
  const full: JudgedData = { systems, judgements, metrics: [] };
  const estimates = Array.from({ length: 20 }, (_, draw) =>
    runEstimator(shrunk, judgedOnly(full, sample(90, 7, draw))),
  );
  expect(estimates.some(({ shrinkage }) => shrinkage === 0.9)).toBe(true);
  for (const { values, shrunk: moved } of estimates)
    for (const { a, b } of allPairs(9))
      expect(Math.sign(moved[a] - moved[b])).toBe(Math.sign(values[a] - values[b]));
});
