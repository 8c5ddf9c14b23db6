import { runEstimator, stream, type Estimate } from '@goldpan/core';
import { studentTQuantile } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  differences,
  intervals,
  itemsToSeparate,
  meanEstimator,
  outlook,
  predictedFullTest,
  pTop,
  rankProbabilities,
  rankSets,
  regression,
  shrunk,
  tiers,
  varianceShare,
} from '../src/index.js';
import { judgedOnly, normal, ordinary, population, sample } from './support.js';

const near = { absolute: 1e-9 };
const { data, means } = population({ ...ordinary, systems: 8 }, 21);
const estimate = runEstimator(shrunk, judgedOnly(data, sample(140, 30, 4)));

/** An estimate with given means and independent errors. */
function simple(values: number[], variances: number[], changes: Partial<Estimate> = {}): Estimate {
  const S = values.length;
  const covariance = Float64Array.from({ length: S * S }, (_, at) =>
    Math.floor(at / S) === at % S ? variances[at % S] : 0,
  );
  const arrays = {
    values: Float64Array.from(values),
    shrunk: Float64Array.from(values),
    covariance,
    shrunkCovariance: covariance,
    systemDegreesOfFreedom: new Float64Array(S).fill(changes.degreesOfFreedom ?? 1e6),
  };
  return {
    ...estimate,
    systems: values.map((_, s) => `s${s}`),
    ...arrays,
    degreesOfFreedom: 1e6,
    ...changes,
  };
}

describe('differences of pairs', () => {
  const pairs = differences(estimate);

  test('are the differences of the estimates, with the variance of a difference', () => {
    expect(pairs).toHaveLength(28);
    for (const { a, b, difference, standardError, low, high } of pairs) {
      expectClose(difference, estimate.values[a] - estimate.values[b], near);
      const v = (x: number, y: number) => estimate.covariance[x * 8 + y];
      expectClose(standardError ** 2, v(a, a) + v(b, b) - 2 * v(a, b), near);
      const reach = studentTQuantile(0.975, 29) * standardError;
      expectClose([low, high], [difference - reach, difference + reach], near);
    }
  });

  test('have simultaneous intervals that hold the single ones, and are shorter than by Bonferroni', () => {
    const bonferroni = studentTQuantile(1 - 0.025 / 28, 29);
    for (const { difference, low, standardError, simultaneous } of pairs) {
      expect(simultaneous.low).toBeLessThan(low);
      expect(difference - simultaneous.low).toBeLessThan(bonferroni * standardError);
    }
  });

  test('simultaneous reach of two independent contrasts is that of the largest of their |t|', () => {
    // Three systems, the third without error of its own: draws of the slow way, one pair at a time.
    const three = simple([0, 0, 0], [1, 4, 9]);
    const rng = stream(7, 'test/max-t');
    const largest = Array.from({ length: 20_000 }, () => {
      const e = [normal(rng), 2 * normal(rng), 3 * normal(rng)];
      return Math.max(
        Math.abs(e[0] - e[1]) / Math.sqrt(5),
        Math.abs(e[0] - e[2]) / Math.sqrt(10),
        Math.abs(e[1] - e[2]) / Math.sqrt(13),
      );
    }).sort((x, y) => x - y)[19_000];
    const [first] = differences(three, { draws: 20_000 });
    expectClose(first.simultaneous.high / first.standardError, largest, { relative: 0.02 });
  });

  test('twins differ by nothing, without doubt and without a winner', () => {
    const twins = simple([1, 3, 1], [2, 2, 2]);
    for (const [x, y] of [
      [0, 2],
      [2, 0],
    ])
      (twins.covariance as Float64Array)[x * 3 + y] = 2;
    const pair = differences(twins).find(({ a, b }) => a === 0 && b === 2)!;
    expect(pair).toMatchObject({ difference: 0, standardError: 0, low: 0, high: 0, pValue: 1, pBetter: 0.5 });
    const { pBest } = rankProbabilities(twins);
    expect(pBest[0]).toBe(pBest[2]);
  });
});

describe('rank sets and tiers', () => {
  test('when all items are judged every system has one rank, its own', () => {
    const full = runEstimator(regression, data);
    const order = [...means.keys()].sort((s, t) => means[t] - means[s]);
    const sets = rankSets(differences(full), 8);
    order.forEach((system, at) => expect(sets[system]).toEqual({ best: at + 1, worst: at + 1 }));
    expect([...tiers(differences(full), full.values)]).toEqual(order.map((_, s) => order.indexOf(s) + 1));
  });

  test('count the systems that are surely better and surely worse', () => {
    const pairs = differences(simple([10, 1, 0.9, 0.2], [0.01, 0.04, 0.09, 0.01]));
    expect(rankSets(pairs, 4)).toEqual([
      { best: 1, worst: 1 },
      { best: 2, worst: 3 },
      { best: 2, worst: 4 },
      { best: 3, worst: 4 },
    ]);
    expect([...tiers(pairs, [10, 1, 0.9, 0.2])]).toEqual([1, 2, 2, 2]);
  });
});

describe('probabilities of ranks', () => {
  test('two systems: P(best) is that of the normal distribution, the loss its mean excess', () => {
    const { pBest, leader, expectedLoss } = rankProbabilities(simple([0, 1], [2, 2]), { draws: 200_000 });
    expect(leader).toBe(1);
    expectClose(pBest, [0.3085375387, 0.6914624613], { absolute: 0.004 }); // Φ(∓0.5)
    expectClose(expectedLoss, 2 * (0.3520653268 - 0.5 * 0.3085375387), { absolute: 0.01 }); // σ(φ(z) − zΦ(−z))
  });

  test('every system has a rank and every rank a system', () => {
    const { ranks, pBest } = rankProbabilities(estimate);
    for (let s = 0; s < 8; s++) {
      expectClose(
        ranks.slice(s * 8, s * 8 + 8).reduce((x, y) => x + y),
        1,
        near,
      );
      expectClose(
        [0, 1, 2, 3, 4, 5, 6, 7].reduce((sum, t) => sum + ranks[t * 8 + s], 0),
        1,
        near,
      );
    }
    expectClose(pTop({ ranks, pBest, leader: 0, expectedLoss: 0 }, 1), pBest, near);
    expectClose(pTop({ ranks, pBest, leader: 0, expectedLoss: 0 }, 8), new Float64Array(8).fill(1), near);
  });

  test('are the same bytes for the same seed', () => {
    expect(rankProbabilities(estimate)).toEqual(rankProbabilities(estimate));
  });
});

describe('intervals of means', () => {
  const symmetric = {
    ...estimate,
    residuals: estimate.residuals.map((_, at) => (Math.floor(at / 8) % 2 === 0 ? 1 : -1)),
  };
  const reach = studentTQuantile(0.95, 29);

  test('reach t errors to both sides where judgements have no tail, the errors of systems a little alike', () => {
    const { low, high, standardErrors } = intervals(symmetric, 0.9);
    const variances = estimate.values.map((_, s) => estimate.covariance[s * 9]);
    const mean = variances.reduce((sum, variance) => sum + variance, 0) / 8;
    estimate.values.forEach((value, s) => {
      expectClose(standardErrors[s] ** 2, variances[s], near);
      const error = Math.sqrt((29 * variances[s] + 4 * mean) / 33);
      expectClose([low[s], high[s]], [value - reach * error, value + reach * error], near);
    });
    expect(() => intervals(estimate, 1)).toThrow(/above 0 and below 1; got 1/);
  });

  test('reach farther where the tail is, by the Edgeworth term, and nowhere less far', () => {
    // One unit of thirty far below the others.
    const residuals = estimate.residuals.map((_, at) => (at < 8 ? -29 : 1));
    const tailed = { ...estimate, residuals, population: 'like-these' as const };
    const [{ low, high }, plain] = [intervals(tailed, 0.9), intervals(symmetric, 0.9)];
    const skewness = (29 - 29 ** 3) / 30 / ((29 * 30) / 30) ** 1.5;
    const unbiased = (skewness * Math.sqrt(30 * 29)) / 28 / Math.sqrt(30);
    const farther = -unbiased * (1 / 2 + (reach ** 2 - 1) / 3);
    estimate.values.forEach((value, s) => {
      expectClose(high[s], plain.high[s], near);
      expectClose((value - low[s]) / (high[s] - value), 1 + farther / reach, near);
    });
    const mirrored = intervals({ ...tailed, residuals: residuals.map((residual) => -residual) }, 0.9);
    expectClose(mirrored.high[0] - estimate.values[0], estimate.values[0] - low[0], near);
  });
});

describe('how many more', () => {
  test('at the size that separates, the difference is the sum of both quantiles of its error', () => {
    const today = simple([0, 0.3], [0.04, 0.05], { items: 1000, judged: new Uint32Array(50) });
    const { items, more, futile } = itemsToSeparate(today, { a: 0, b: 1 });
    expect(more).toBe(items! - 50);
    expect(futile).toBe(false);
    const error = Math.sqrt(0.09 * varianceShare(today, items!));
    expect(0.3 / error).toBeGreaterThanOrEqual(1.959963985 + 0.841621234);
    expect(0.3 / Math.sqrt(0.09 * varianceShare(today, items! - 1))).toBeLessThan(1.959963985 + 0.841621234);
  });

  test('needs none where the pair is separated, and is futile where no number within the limit does', () => {
    const today = simple([0, 5, 5.0001], [0.04, 0.05, 0.05], { items: 1000, judged: new Uint32Array(50) });
    expect(itemsToSeparate(today, { a: 0, b: 1 })).toMatchObject({ more: 0, futile: false });
    expect(itemsToSeparate(today, { a: 1, b: 2 })).toMatchObject({ more: undefined, futile: true });
    const endless: Estimate = { ...today, population: 'like-these' };
    const far = itemsToSeparate(
      { ...endless, shrunk: Float64Array.of(0, 0.05, 0), values: Float64Array.of(0, 0.05, 0) },
      { a: 0, b: 1 },
      { limit: 1e9 },
    );
    expectClose(far.items!, Math.ceil((50 * 0.09 * (1.959963985 + 0.841621234) ** 2) / 0.05 ** 2), {
      absolute: 1,
    });
  });

  test('the outlook starts at the loss of today and ends, when all items are judged, without any', () => {
    const points = outlook(estimate, [30, 60, 140], 20_000);
    const today = rankProbabilities({ ...estimate, degreesOfFreedom: 1e9 }, { draws: 20_000 });
    expectClose(points[0].expectedLoss, today.expectedLoss, { absolute: 0.01 });
    expectClose(points[0].pWrong, 1 - today.pBest[today.leader], { absolute: 0.015 });
    expect(points[1].expectedLoss).toBeLessThan(points[0].expectedLoss);
    expect(points[2]).toEqual({ items: 140, pWrong: 0, expectedLoss: 0 });
  });
});

test('the predicted p-value of the full test is that of the full test when all is judged', () => {
  const full = runEstimator(meanEstimator, data);
  const rows = data.judgements.values;
  for (const [a, b] of [
    [0, 3],
    [6, 5],
  ]) {
    const d = Array.from({ length: 140 }, (_, i) => rows[i * 8 + a] - rows[i * 8 + b]);
    const m = d.reduce((x, y) => x + y) / 140;
    const sd = Math.sqrt(d.reduce((x, y) => x + (y - m) ** 2, 0) / 139);
    const p = predictedFullTest(full, rows, { a, b });
    const z = m / (sd / Math.sqrt(140));
    // Φ by its integral, ten thousand steps.
    let integral = 0;
    for (let k = 0; k < 10_000; k++)
      integral += Math.exp(-((((k + 0.5) * z) / 10_000) ** 2) / 2) * (z / 10_000);
    expectClose(p, 0.5 - integral / Math.sqrt(2 * Math.PI), { absolute: 1e-7 });
  }
  expect(predictedFullTest(full, rows, { a: 2, b: 2 })).toBe(0.5);
});
