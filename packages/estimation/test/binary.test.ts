import { normalQuantile } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { betaCdf, betaQuantile, logBeta } from '../src/binary/beta-distribution.js';
import { betaInterval, clusteredInterval, wilsonInterval, type Cluster } from '../src/index.js';

const range = (length: number) => Array.from({ length }, (_, i) => i);

describe('the beta distribution', () => {
  test('of whole parameters is a sum of binomial probabilities', () => {
    const binomial = (n: number, k: number, x: number): number =>
      range(k).reduce((product, i) => (product * (n - i)) / (i + 1), 1) * x ** k * (1 - x) ** (n - k);
    for (const [a, b] of [
      [1, 1],
      [2, 5],
      [9, 3],
      [31, 12],
    ]) {
      const n = a + b - 1;
      for (const x of [0.03, 0.2, 0.47, 0.71, 0.96]) {
        const atLeast = range(n + 1).reduce((sum, k) => sum + (k >= a ? binomial(n, k, x) : 0), 0);
        expectClose(betaCdf(x, a, b), atLeast, { absolute: 1e-13, relative: 1e-11 });
      }
    }
  });

  test('ends at 0 and 1, and turns round with its parameters', () => {
    expect([betaCdf(0, 2, 3), betaCdf(-1, 2, 3), betaCdf(1, 2, 3), betaCdf(7, 2, 3)]).toEqual([0, 0, 1, 1]);
    for (const x of [0.1, 0.4, 0.8])
      expectClose(betaCdf(x, 0.7, 2.6), 1 - betaCdf(1 - x, 2.6, 0.7), { absolute: 1e-13 });
  });

  test('with one parameter 1 is a power, and so are its quantiles', () => {
    for (const [a, p] of [
      [0.4, 0.3],
      [3.5, 0.025],
      [40, 0.9],
    ]) {
      expectClose(betaCdf(p, a, 1), p ** a, { relative: 1e-11 });
      expectClose(betaQuantile(p, a, 1), p ** (1 / a), { relative: 1e-11 });
      expectClose(betaQuantile(p, 1, a), 1 - (1 - p) ** (1 / a), { relative: 1e-11 });
    }
  });

  test('has the constant that factorials, halves and powers give', () => {
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    for (const [a, b] of [
      [1, 1],
      [3, 4],
      [12, 7],
      [20, 15],
    ])
      expectClose(logBeta(a, b), Math.log((factorial(a - 1) * factorial(b - 1)) / factorial(a + b - 1)), {
        absolute: 1e-12,
      });
    expectClose(logBeta(0.5, 0.5), Math.log(Math.PI), { absolute: 1e-12 });
    for (const a of [0.3, 9.99, 10, 10.01, 77]) expectClose(logBeta(a, 1), -Math.log(a), { absolute: 1e-12 });
  });
});

describe('one system', () => {
  test("the ends of Wilson's interval are the shares that lie z of their own errors from what was seen", () => {
    for (const [successes, trials, level] of [
      [3, 11, 0.95],
      [25, 27, 0.8],
    ]) {
      const z = normalQuantile((1 + level) / 2);
      const { low, high } = wilsonInterval(successes, trials, level);
      for (const end of [low, high])
        expectClose(Math.abs(successes / trials - end), z * Math.sqrt((end * (1 - end)) / trials), {
          absolute: 1e-12,
        });
      expect(low).toBeLessThan(successes / trials);
      expect(high).toBeGreaterThan(successes / trials);
    }
  });

  test("Wilson's interval lies within 0 and 1 where all or nothing is right", () => {
    for (let trials = 1; trials < 40; trials++) {
      const [none, all] = [wilsonInterval(0, trials), wilsonInterval(trials, trials)];
      expect(Math.min(none.low, 1 - all.high)).toBeGreaterThanOrEqual(0);
      expectClose([none.low, none.high], [1 - all.high, 1 - all.low], { absolute: 1e-12 });
    }
  });

  test('a posterior interval leaves as much below as above', () => {
    const { low, high } = betaInterval(4, 13, 0.7);
    expectClose([betaCdf(low, 5, 10), betaCdf(high, 5, 10)], [0.15, 0.85], { absolute: 1e-12 });
  });

  const refused: [successes: number, trials: number, what: RegExp][] = [
    [0, 0, /number of trials.*whole and at least 1.*got 0/],
    [1, 2.5, /number of trials.*whole and at least 1.*got 2\.5/],
    [-1, 3, /number of successes.*whole, from 0 to 3.*got -1/],
    [4, 3, /number of successes.*whole, from 0 to 3.*got 4/],
    [1.5, 3, /number of successes.*whole, from 0 to 3.*got 1\.5/],
  ];
  test.each(refused)('%s of %s is refused', (successes, trials, what) => {
    expect(() => betaInterval(successes, trials)).toThrow(what);
    expect(() => wilsonInterval(successes, trials)).toThrow(what);
  });

  test('one trial is enough, and a level that is no share is refused', () => {
    expect(betaInterval(1, 1).high).toBeLessThan(1);
    expect(wilsonInterval(0, 1).high).toBeLessThan(1);
    for (const level of [0, 1])
      for (const call of [betaInterval, wilsonInterval])
        expect(() => call(1, 2, level)).toThrow(/the level of an interval.*got [01]/);
    expect(() => clusteredInterval([], 1)).toThrow(/the level of an interval.*got 1/);
  });
});

/** The posterior of the share, one product per question, no logarithm. */
function clusteredTwin(clusters: readonly Cluster[], level: number) {
  const rise = (x: number, count: number) => range(count).reduce((product, j) => product * (x + j), 1);
  const shares = range(400).map((i) => (i + 0.5) / 400);
  const concentrations = range(60).map((c) => -Math.log(1 - (c + 0.5) / 60));
  const densities = shares.map((share) =>
    concentrations.reduce((sum, d) => {
      const likelihoods = clusters.map(
        ({ successes, trials }) =>
          (rise(d * share, successes) * rise(d * (1 - share), trials - successes)) / rise(d, trials),
      );
      return sum + likelihoods.reduce((product, likelihood) => product * likelihood, 1);
    }, 0),
  );
  const total = densities.reduce((sum, density) => sum + density, 0);
  const below = (x: number) =>
    densities.reduce((sum, density, i) => sum + density * Math.min(1, Math.max(0, 400 * x - i)), 0) / total;
  const mean = shares.reduce((sum, share, i) => sum + share * densities[i], 0) / total;
  return { mean, below, tail: (1 - level) / 2 };
}

describe('questions in clusters', () => {
  test.each([
    ['of unlike sizes', [2, 4, 0, 6], [3, 4, 1, 7], 0.8],
    ['all wrong', [0, 0, 0], [4, 2, 1], 0.95],
    ['none', [], [], 0.9],
  ])('%s: the posterior that products give', (_, successes, trials, level) => {
    const clusters = successes.map((count, i) => ({ successes: count, trials: trials[i] }));
    const found = clusteredInterval(clusters, level);
    const { mean, below, tail } = clusteredTwin(clusters, level);
    expectClose(found.mean, mean, { absolute: 1e-11 });
    expectClose([below(found.low), below(found.high)], [tail, 1 - tail], { absolute: 1e-11 });
  });

  test.each([
    [4, 3],
    [-1, 3],
    [1.5, 3],
    [1, 2.5],
  ])('%s of %s is refused', (successes, trials) => {
    const clusters = [
      { successes: 1, trials: 1 },
      { successes, trials },
    ];
    expect(() => clusteredInterval(clusters)).toThrow(
      `the successes of a cluster must be whole, from 0 to its trials; got ${successes} of ${trials}`,
    );
  });
});
