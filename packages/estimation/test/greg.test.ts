import { readFileSync } from 'node:fs';
import { runEstimator, type JudgedData } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { differences, intervals, meanEstimator, regression } from '../src/index.js';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));

/** Items with one metric of their own per system, of which some are judged. */
function judgedItems(
  picked: readonly number[],
  columns: readonly { readonly metric: readonly number[]; readonly judgements: readonly number[] }[],
): JudgedData {
  const items = columns[0].metric.length;
  const systems = columns.length;
  const judgements = new Float64Array(items * systems).fill(NaN);
  const metric = new Float64Array(items * systems);
  columns.forEach((column, s) => {
    column.metric.forEach((score, item) => (metric[item * systems + s] = score));
    picked.forEach((item, i) => (judgements[item * systems + s] = column.judgements[i]));
  });
  return {
    systems: ['a', 'b'].slice(0, systems),
    judgements: { items, systems, values: judgements },
    metrics: [{ name: 'metric', scores: { items, systems, values: metric } }],
  };
}

describe("calibrated means of R's survey package, unequal probabilities", () => {
  const golden = read('greg');
  const inclusion = new Float64Array(golden.x.length).fill(1);
  golden.picked.forEach((item: number, i: number) => (inclusion[item] = golden.p[i]));

  test('one system: the plain mean moves towards the calibrated one by the share that the error of the slope leaves', () => {
    const { estimate, error, hajek, slope, slopeVariance } = golden.one;
    const n = golden.picked.length;
    const data = judgedItems(golden.picked, [{ metric: golden.x, judgements: golden.a }]);
    const [plain, moved] = [meanEstimator, regression].map((estimator) =>
      runEstimator(estimator, { ...data, inclusion }, { population: 'all' }),
    );
    expectClose(plain.values[0], hajek, { relative: 1e-12 });
    const share = 1 - (slopeVariance * (n - 1)) / n / slope ** 2;
    expect(share).toBeLessThan(0.999);
    expectClose((moved.values[0] - hajek) / (estimate - hajek), share, { relative: 1e-9 });
    // survey draws with replacement here: its error is that of texts like these, without what the plain mean of N items would have.
    const ours = Math.sqrt(moved.covariance[0]);
    expect(ours).toBeGreaterThan(0.75 * error);
    expect(ours).toBeLessThan(1.05 * error);
  });

  test('two systems: their difference is that of calibration on the difference of the metric', () => {
    const { estimate, error, hajek, hajekError } = golden.pair;
    const data = judgedItems(golden.picked, [
      { metric: golden.x, judgements: golden.a },
      { metric: golden.z, judgements: golden.b },
    ]);
    const made = runEstimator(regression, { ...data, inclusion });
    const [pair] = differences(made);
    expect(Math.abs(pair.difference - estimate)).toBeLessThan(0.05 * error);
    expect(pair.standardError).toBeLessThan(1.05 * error);
    expect(pair.standardError).toBeGreaterThan(0.75 * error);
    expect(error).toBeLessThan(0.6 * hajekError);
    expect(Math.abs(hajek - estimate)).toBeGreaterThan(0.2 * error);
  });
});

describe('prediction-powered means of ppi_py', () => {
  const golden = read('ppi');
  const picked = Array.from(golden.judgement, (_, i: number) => i);
  const data = judgedItems(picked, [{ metric: golden.metric, judgements: golden.judgement }]);

  test('with the weight of our slope they are the same', () => {
    const made = runEstimator(regression, data, { population: 'like-these' });
    expectClose(made.values[0], golden.atSlope.estimate, { relative: 1e-9 });
  });

  test('with the weight that ppi_py tunes they and their intervals are nearly the same', () => {
    const made = runEstimator(regression, data, { population: 'like-these' });
    const { low, high } = intervals(made);
    const reach = (high[0] - low[0]) / 2;
    expect(Math.abs(made.values[0] - golden.tuned.estimate)).toBeLessThan(0.2 * golden.tuned.reach);
    // Student's t and held-out residuals, where ppi_py takes the normal distribution and the residuals of the fit.
    expect(reach / golden.tuned.reach).toBeGreaterThan(1);
    expect(reach / golden.tuned.reach).toBeLessThan(1.12);
  });
});
