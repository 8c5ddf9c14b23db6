import { runEstimator } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { meanEstimator, regression, shrunk } from '../src/index.js';
import { regressionTwin } from './regression-twin.js';
import {
  columnMeans,
  judgedOnly,
  matrix,
  normal,
  ordinary,
  population,
  sample,
  withJudgements,
} from './support.js';
import { stream } from '@goldpan/core';

const near = { absolute: 1e-9 };

describe('the regression estimate', () => {
  for (const [n, seed] of [
    [11, 3],
    [18, 4],
    [29, 6],
  ]) {
    test(`is what its formulas say, written down plainly: ${n} items`, () => {
      const { data } = population({ items: 40, systems: 4, metrics: 2, signal: 0.75 }, seed);
      const judged = sample(40, n, seed);
      const estimate = runEstimator(regression, judgedOnly(data, judged), { seed });
      const twin = regressionTwin(data, judged, seed);
      expectClose(estimate.gain.weight, twin.weight, near);
      expectClose(estimate.gain.levelSlope, twin.slope, near);
      expectClose(estimate.values, twin.values, near);
      expect(twin.weight).toBeGreaterThan(0);
    });
  }

  test('is nearer to the truth than plain means, on average over samples', () => {
    const { data, means } = population({ ...ordinary, signal: 0.85 }, 8);
    const error = (estimator: typeof meanEstimator) => {
      let sum = 0;
      for (let draw = 0; draw < 40; draw++) {
        const estimate = runEstimator(estimator, judgedOnly(data, sample(ordinary.items, 25, draw)));
        estimate.values.forEach((value, s) => (sum += (value - means[s]) ** 2));
      }
      return sum;
    };
    expect(error(regression)).toBeLessThan(0.75 * error(meanEstimator));
  });

  for (const estimator of [meanEstimator, regression, shrunk]) {
    test(`${estimator.name}: when all items are judged it is the full means, without doubt`, () => {
      const { data, means } = population(ordinary, 1);
      const estimate = runEstimator(estimator, data);
      expectClose(estimate.values, means, near);
      expect([...estimate.covariance].every((value) => value === 0)).toBe(true);
      expectClose(estimate.shrunk, means, near);
      expectClose(estimate.gain.effectiveItems, ordinary.items, near);
    });

    test(`${estimator.name}: a constant on all judgements shifts the means and nothing else`, () => {
      const { data } = population(ordinary, 2);
      const judged = judgedOnly(data, sample(ordinary.items, 17, 2));
      const before = runEstimator(estimator, judged);
      const after = runEstimator(
        estimator,
        withJudgements(judged, (value) => value + 12),
      );
      expectClose(
        after.values,
        before.values.map((value) => value + 12),
        near,
      );
      expectClose(
        after.shrunk,
        before.shrunk.map((value) => value + 12),
        near,
      );
      expectClose(after.covariance, before.covariance, near);
      expectClose(after.gain.weight, before.gain.weight, near);
    });

    test(`${estimator.name}: metrics turned round, shifted or stretched change nothing`, () => {
      const { data } = population(ordinary, 6);
      const judged = judgedOnly(data, sample(ordinary.items, 21, 6));
      const changed = data.metrics.map(({ name, scores }, k) => ({
        name,
        scores: { ...scores, values: scores.values.map((score) => [100 - 3 * score, score + 7, -score][k]) },
      }));
      const before = runEstimator(estimator, judged);
      const after = runEstimator(estimator, { ...judged, metrics: changed });
      for (const field of ['values', 'shrunk', 'covariance'] as const)
        expectClose(after[field], before[field], near);
    });

    test(`${estimator.name}: exact twins get the same numbers to the bit`, () => {
      const { data } = population({ ...ordinary, systems: 8 }, 9);
      const copy = <T extends { values: Float64Array }>(scores: T): T => ({
        ...scores,
        values: scores.values.map((value, cell) => (cell % 8 === 6 ? scores.values[cell - 4] : value)),
      });
      const twins = {
        ...data,
        judgements: copy(data.judgements),
        metrics: data.metrics.map(({ name, scores }) => ({ name, scores: copy(scores) })),
      };
      const estimate = runEstimator(estimator, judgedOnly(twins, sample(ordinary.items, 19, 1)));
      expect(estimate.values[6]).toBe(estimate.values[2]);
      expect(estimate.shrunk[6]).toBe(estimate.shrunk[2]);
      expect(estimate.covariance[6 * 8 + 6]).toBe(estimate.covariance[2 * 8 + 6]);
    });
  }

  test('metrics that say nothing get no weight, or cost less than 1 % of precision', () => {
    const rng = stream(5, 'test/noise');
    const { data, means } = population({ ...ordinary, metrics: 0 }, 5);
    const metrics = [0, 1].map((k) => ({ name: `noise ${k}`, scores: matrix(140, 7, () => normal(rng)) }));
    let [plain, regressed] = [0, 0];
    for (let draw = 0; draw < 100; draw++) {
      const judged = judgedOnly({ ...data, metrics }, sample(140, 40, draw));
      const centred = (values: Float64Array) => {
        const errors = values.map((value, s) => value - means[s]);
        const level = columnMeans({ items: 7, systems: 1, values: errors })[0];
        return errors.reduce((sum, error) => sum + (error - level) ** 2, 0);
      };
      plain += centred(runEstimator(meanEstimator, judged).values);
      regressed += centred(runEstimator(regression, judged).values);
    }
    expect(regressed / plain).toBeLessThan(1.01);
  });

  test('with weights held, the estimates are the means of the adjusted judgements', () => {
    const { data } = population(ordinary, 4);
    const estimate = runEstimator(regression, judgedOnly(data, sample(140, 30, 3)));
    const means = columnMeans({ items: 30, systems: 7, values: estimate.adjusted });
    expectClose(estimate.values, means, near);
  });

  test('one system is estimated, and the reader is told that nothing is ranked', () => {
    const { data, means } = population({ ...ordinary, systems: 1 }, 3);
    const estimate = runEstimator(shrunk, judgedOnly(data, sample(140, 30, 3)));
    expect(Math.abs(estimate.values[0] - means[0])).toBeLessThan(0.7);
    expect(estimate.warnings.map(({ code }) => code)).toContain('ONE_SYSTEM');
  });

  test('below five items metrics are left out, and the reader is told', () => {
    const { data } = population(ordinary, 3);
    const judged = judgedOnly(data, [7, 20, 77]);
    const estimate = runEstimator(regression, judged);
    expect(estimate.values).toEqual(runEstimator(meanEstimator, judged).values);
    expect(estimate.warnings.map(({ code }) => code)).toContain('FEW_ITEMS');
  });
});
