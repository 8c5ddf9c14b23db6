import { runEstimator, type Estimate } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { meanEstimator, regression } from '../src/index.js';
import { tailReach } from '../src/statements/tail-reach.js';
import { judgedOnly, ordinary, population, sample, withJudgements } from './support.js';

const near = { absolute: 1e-10 };

/** As the formula reads: errors of units by systems, less what their cells weigh times the mean, then moments. */
function twin(estimate: Estimate, reach: number): number {
  const { residuals, weights, units, unitCount, systems, judged, items, population } = estimate;
  const S = systems.length;
  const drawn = population === 'all' ? judged.length / items : 0;
  let [second, third] = [0, 0];
  for (let s = 0; s < S; s++) {
    const rows = Array.from(judged.keys()).filter((i) => !Number.isNaN(residuals[i * S + s]));
    const total = rows.reduce((sum, i) => sum + weights[i], 0);
    const centre = rows.reduce((sum, i) => sum + weights[i] * residuals[i * S + s], 0) / total;
    for (let unit = 0; unit < unitCount; unit++) {
      const error = rows
        .filter((i) => units[i] === unit)
        .reduce((sum, i) => sum + weights[i] * (residuals[i * S + s] - centre), 0);
      second += error ** 2;
      third += error ** 3;
    }
  }
  const n = unitCount;
  // Unbiased moments of the units' errors; their ratio is the skewness of one unit over √n.
  const skewness = ((n ** 2 / ((n - 1) * (n - 2))) * (third / S)) / ((n / (n - 1)) * (second / S)) ** 1.5;
  const left = Math.sqrt(1 - drawn);
  return skewness * (left / 2 + ((2 - drawn) * (reach ** 2 - 1)) / (6 * left));
}

const skewed = population(ordinary, 8, (exact) => -Math.exp(exact));
const judged = sample(140, 21, 3);
const partial = judgedOnly(skewed.data, judged);
const holed = withJudgements(partial, (value, item, system) => ((2 * item + system) % 7 === 1 ? NaN : value));
const documents = Int32Array.from({ length: 140 }, (_, item) => Math.floor(item / 4));
const inclusion = Float64Array.from({ length: 140 }, (_, item) => 0.05 + 0.002 * item);

test.each([
  ['complete', partial],
  ['with missing cells', holed],
  ['with documents', { ...partial, documents }],
  ['with probabilities', { ...holed, inclusion }],
])('judgements that are %s: as the formula reads', (_, data) => {
  for (const estimator of [meanEstimator, regression]) {
    for (const population of ['all', 'like-these'] as const) {
      const estimate = runEstimator(estimator, data, { population });
      for (const reach of [1, 1.96, 2.6])
        expectClose(tailReach(estimate, reach), twin(estimate, reach), near);
    }
  }
});

test('it points to where the tail is, turns with the judgements, and is nothing without a tail', () => {
  const estimate = runEstimator(meanEstimator, partial);
  expect(tailReach(estimate, 2)).toBeLessThan(0);
  const turned = runEstimator(
    meanEstimator,
    withJudgements(partial, (value) => -value),
  );
  expectClose(tailReach(turned, 2), -tailReach(estimate, 2), near);
  const moved = runEstimator(
    meanEstimator,
    withJudgements(partial, (value) => 5 + 3 * value),
  );
  expectClose(tailReach(moved, 2), tailReach(estimate, 2), near);
  const even = withJudgements(partial, (value, item, system) =>
    Number.isNaN(value)
      ? NaN
      : system + (judged.indexOf(item) % 2 === 0 ? 1 : -1) * (judged.indexOf(item) < 20 ? 1 : 0),
  );
  expectClose(tailReach(runEstimator(meanEstimator, even), 2), 0, near);
});

test('it is 0 of two units, where all items are judged, and where nothing varies', () => {
  const two = judgedOnly(skewed.data, sample(140, 2, 1));
  expect(tailReach(runEstimator(meanEstimator, two), 2)).toBe(0);
  expect(tailReach(runEstimator(meanEstimator, skewed.data), 2)).toBe(0);
  expect(tailReach(runEstimator(meanEstimator, skewed.data, { population: 'like-these' }), 2)).not.toBe(0);
  expect(
    tailReach(
      runEstimator(
        meanEstimator,
        withJudgements(partial, (value) => 0 * value),
      ),
      2,
    ),
  ).toBe(0);
  const three = judgedOnly(skewed.data, sample(140, 3, 1));
  expect(tailReach(runEstimator(meanEstimator, three), 2)).not.toBe(0);
});
