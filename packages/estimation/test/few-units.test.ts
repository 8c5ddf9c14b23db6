import { runEstimator, type JudgedData } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { systemUnits } from '../src/fit/system-units.js';
import {
  differences,
  intervals,
  meanEstimator,
  outlook,
  pairError,
  rankProbabilities,
  rankSets,
  regression,
  shrunk,
} from '../src/index.js';
import { judgedOnly, population, sample, withJudgements } from './support.js';

const near = { absolute: 1e-12 };
const shape = { items: 70, systems: 5, metrics: 1, signal: 0.7 };
const { data } = population(shape, 3);
const judged = sample(70, 26, 8);
const complete = judgedOnly(data, judged);
const lengthsOf = (given: JudgedData, estimator = regression) => {
  const { low, high } = intervals(runEstimator(estimator, given, { seed: 2 }));
  return high.map((end, s) => end - low[s]);
};

describe('a system that is hardly judged', () => {
  const judgedTimes = (times: number) =>
    withJudgements(complete, (value, item, system) =>
      system === 4 && judged.indexOf(item) >= times ? NaN : value,
    );

  for (const estimator of [meanEstimator, regression, shrunk])
    for (const times of [1, 2, 3])
      test(`leaves the intervals of the others as they are: ${times} judgements, ${estimator.name}`, () => {
        const [all, few] = [lengthsOf(complete, estimator), lengthsOf(judgedTimes(times), estimator)];
        for (const system of [0, 1, 2, 3]) expect(few[system] / all[system]).toBeLessThan(1.2);
        expect(few[4] / all[4]).toBeGreaterThan(times < 3 ? 8 : 3);
      });

  test('has its own degrees of freedom, and so do its pairs', () => {
    const estimate = runEstimator(regression, judgedTimes(3));
    expectClose(estimate.systemDegreesOfFreedom, [25, 25, 25, 25, 2], { absolute: 1e-9 });
    const pairs = differences(estimate);
    const reach = ({ a, b, simultaneous, difference }: (typeof pairs)[number]) =>
      (simultaneous.high - difference) / pairError(estimate, { a, b });
    const [others, own] = [pairs.filter(({ b }) => b !== 4), pairs.filter(({ b }) => b === 4)];
    expect(Math.max(...others.map(reach))).toBeLessThan(4);
    expect(Math.min(...own.map(reach))).toBeGreaterThan(10);
  });

  test('with one judgement borrows the spread of the others, and can be anywhere', () => {
    const estimate = runEstimator(meanEstimator, judgedTimes(1));
    expect(Math.sqrt(estimate.covariance[24])).toBeGreaterThan(0.3);
    const pairs = differences(estimate);
    expect(rankSets(pairs, 5)[4]).toEqual({ best: 1, worst: 5 });
    // No system is likelier to be best than to be better than any one of the others.
    const { pBest } = rankProbabilities(estimate);
    for (const { a, b, pBetter } of pairs) {
      expect(pBest[a]).toBeLessThan(pBetter + 0.02);
      expect(pBest[b]).toBeLessThan(1 - pBetter + 0.02);
    }
  });

  test('with one judgement beside a single other system has a spread all the same', () => {
    const two: JudgedData = {
      systems: ['a', 'b'],
      judgements: {
        items: 9,
        systems: 2,
        values: Float64Array.from([1, 2, 3, NaN, 2, NaN, 5, NaN, ...new Array<number>(10).fill(NaN)]),
      },
      metrics: [],
    };
    expect(pairError(runEstimator(meanEstimator, two), { a: 0, b: 1 })).toBeGreaterThan(0.5);
  });
});

describe('weights', () => {
  const weigh = (inclusionOf: (place: number) => number): JudgedData => {
    const inclusion = new Float64Array(70).fill(1);
    judged.forEach((item, place) => (inclusion[item] = inclusionOf(place)));
    return { ...complete, inclusion };
  };

  test('of which one counts for nearly all decide nothing', () => {
    for (const tiny of [1e-4, 1e-9, 1e-13]) {
      const estimate = runEstimator(
        shrunk,
        weigh((place) => (place === 3 ? tiny : 0.9)),
      );
      expectClose(estimate.systemDegreesOfFreedom, [1, 1, 1, 1, 1], near);
      const pairs = differences(estimate);
      expect(rankSets(pairs, 5).every(({ best, worst }) => best === 1 && worst === 5)).toBe(true);
      expect(Math.max(...rankProbabilities(estimate).pBest)).toBeLessThan(0.95);
    }
  });

  test('that are equal have n − 1 degrees of freedom, and unequal ones fewer', () => {
    const degrees = (given: JudgedData) => runEstimator(meanEstimator, given).systemDegreesOfFreedom[0];
    expectClose(degrees(weigh(() => 0.3)), 25, { absolute: 1e-9 });
    const two = degrees(weigh((place) => (place % 2 ? 0.3 : 0.1)));
    expect(two).toBeGreaterThan(10);
    expect(two).toBeLessThan(25);
  });

  test('make squared residuals of equal errors unbiased: each factor is that of its row of the hat matrix', () => {
    const weights = Float64Array.from([3, 1, 0.5, 2, 7]);
    const sum = 13.5;
    const { adjust } = systemUnits({
      ...{ weights, left: new Float64Array(5).fill(1), systems: 1, documents: false },
    });
    const slow = weights.map((_, i) => {
      const row = Array.from(weights, (weight, j) => (i === j ? 1 : 0) - weight / sum);
      return 1 / row.reduce((total, value) => total + value * value, 0);
    });
    expectClose(adjust, slow, near);
  });
});

describe('two documents', () => {
  const documents = Int32Array.from({ length: 70 }, (_, item) => Math.floor(item / 7));
  const { data: wide } = population({ ...shape, systems: 7 }, 5);
  const given = withJudgements({ ...wide, documents }, (value, item, system) =>
    // The last system is a twin of the first.
    item >= 14 ? NaN : system === 6 ? wide.judgements.values[item * 7] : value,
  );
  const estimate = runEstimator(meanEstimator, given);

  test('do not draw all systems along one line: who can be best has a chance of it', () => {
    const { pBest } = rankProbabilities(estimate);
    const sets = rankSets(differences(estimate), 7);
    expect(sets.every(({ best }) => best === 1)).toBe(true);
    expect(Math.min(...pBest)).toBeGreaterThan(0.001);
    expectClose(pBest[6], pBest[0], near);
  });

  test('have intervals of all pairs at once that are longer than those of one pair', () => {
    for (const { a, b, high, simultaneous } of differences(estimate))
      if (a !== 0 || b !== 6) expect(simultaneous.high).toBeGreaterThan(high);
  });
});

test('the chance that the leader of today is wrong is what it lacks to being best', () => {
  for (const given of [complete, judgedOnly(data, judged.slice(0, 5))]) {
    const estimate = runEstimator(shrunk, given);
    const { leader, pBest } = rankProbabilities(estimate);
    const [{ pWrong }] = outlook(estimate, [estimate.judged.length]);
    expect(Math.abs(pWrong - (1 - pBest[leader]))).toBeLessThan(0.025);
  }
});
