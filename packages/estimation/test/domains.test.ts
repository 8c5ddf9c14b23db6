import { runEstimator, stream, type JudgedData } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { foldSums, sumsBeyond } from '../src/fit/fold-sums.js';
import { differences, predictionIntervals, regression } from '../src/index.js';
import { columnMeans, judgedOnly, matrix, ordinary, population, sample } from './support.js';

const shape = { items: 300, systems: 6, metrics: 2, signal: 0.8 };

/** Domains of very different size, drawn item by item; metrics of the items of domain 0 are turned round where asked. */
function withDomains(seed: number, turned: boolean): { data: JudgedData; means: Float64Array } {
  const { data, means } = population(shape, seed);
  const rng = stream(seed, 'test/domains');
  const domains = Int32Array.from({ length: shape.items }, () => Math.floor(2.5 * rng.next()));
  const metrics = data.metrics.map(({ name, scores }) => ({
    name,
    scores: matrix(shape.items, shape.systems, (item, system) => {
      const score = scores.values[item * shape.systems + system];
      return turned && domains[item] === 0 ? -score : score;
    }),
  }));
  return { data: { ...data, metrics, domains }, means };
}

/** Squared error over draws with domains, over that without; and how often 95 % intervals of differences held. */
function study(turned: boolean, n: number) {
  let [apart, common, covered, pairs] = [0, 0, 0, 0];
  for (let draw = 0; draw < 60; draw++) {
    const { data, means } = withDomains(draw % 3, turned);
    const judged = judgedOnly(data, sample(shape.items, n, draw));
    const { domains: _left, ...without } = judged;
    const estimate = runEstimator(regression, judged, { seed: draw });
    const before = runEstimator(regression, without, { seed: draw });
    apart += squaredError(estimate.values, means);
    common += squaredError(before.values, means);
    for (const { a, b, low, high } of differences(estimate, { draws: 10 })) {
      pairs++;
      if (low <= means[a] - means[b] && means[a] - means[b] <= high) covered++;
    }
  }
  return { ratio: apart / common, coverage: covered / pairs };
}

function squaredError(values: Float64Array, means: Float64Array): number {
  const mean = values.reduce((sum, value, s) => sum + value - means[s], 0) / values.length;
  return values.reduce((sum, value, s) => sum + (value - means[s] - mean) ** 2, 0);
}

describe('weights per domain', () => {
  test('pay where metrics are turned round in one domain, and intervals hold', () => {
    const { ratio, coverage } = study(true, 70);
    expect(ratio).toBeLessThan(0.6);
    expect(coverage).toBeGreaterThan(0.92);
    expect(coverage).toBeLessThan(0.98);
  });

  test('cost at most 1 % where domains are alike', () => {
    expect(study(false, 70).ratio).toBeLessThan(1.01);
  });

  test('are named, and the estimate is still the mean of what it leaves of the judgements', () => {
    const { data } = withDomains(1, true);
    const judged = judgedOnly(data, sample(shape.items, 80, 1));
    const estimate = runEstimator(regression, judged);
    expect(estimate.gain.domains).toContain(0);
    const left = columnMeans({ items: 80, systems: shape.systems, values: estimate.adjusted });
    left.forEach((mean, s) => expect(mean).toBeCloseTo(estimate.values[s], 9));
    const { predicted } = predictionIntervals(judged, estimate);
    const means = columnMeans({ items: shape.items, systems: shape.systems, values: predicted });
    means.forEach((mean, s) => expect(mean).toBeCloseTo(estimate.values[s], 9));
  });

  test('one domain of all items changes nothing', () => {
    const { data } = population(ordinary, 3);
    const judged = judgedOnly(data, sample(ordinary.items, 40, 3));
    const one = runEstimator(regression, { ...judged, domains: new Int32Array(ordinary.items) });
    expect([...one.values]).toEqual([...runEstimator(regression, judged).values]);
    expect(one.gain.domains).toBeUndefined();
  });
});

test('sums beyond known slopes are the sums of what these leave', () => {
  const rng = stream(4, 'test/beyond');
  const [items, systems, width] = [9, 4, 3];
  const numbers = (count: number) => Float64Array.from({ length: count }, () => rng.next() - 0.4);
  const features = numbers(items * systems * width);
  const judgements = numbers(items * systems);
  const slopes = numbers(width);
  const left = judgements.map((value, cell) =>
    slopes.reduce((rest, slope, k) => rest - slope * features[cell * width + k], value),
  );
  const cells = { features, observed: undefined, weights: numbers(items), systems, width };
  const folds = Uint32Array.from({ length: items }, (_, item) => item % 2);
  const expected = foldSums({ ...cells, judgements: left }, folds, 2);
  foldSums({ ...cells, judgements }, folds, 2).forEach((sums, fold) => {
    const beyond = sumsBeyond(sums, slopes);
    expectClose(beyond.cross, expected[fold].cross, { absolute: 1e-12 });
    expectClose(beyond.judgements, expected[fold].judgements, { absolute: 1e-12 });
  });
});
