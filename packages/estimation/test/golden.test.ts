import { readFileSync } from 'node:fs';
import { runEstimator, type JudgedData } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  benjaminiHochberg,
  betaInterval,
  clusteredInterval,
  differences,
  equivalence,
  meanEstimator,
  pairedPosterior,
  signFlipTests,
  wilsonInterval,
} from '../src/index.js';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'));
const survey = read('survey');
const scipy = read('scipy');
const close = { relative: 1e-9 };

/** The judged rows among further, unjudged ones. */
function judged(rows: number[], systems: number, items: number): JudgedData {
  const values = new Float64Array(items * systems).fill(NaN);
  values.set(rows);
  return { systems: ['a', 'b', 'c'].slice(0, systems), judgements: { items, systems, values }, metrics: [] };
}

describe("the numbers of R's survey package", () => {
  test('Hájek means and their linearised covariance, unequal probabilities', () => {
    const inclusion = new Float64Array(140).fill(0.5);
    inclusion.set(survey.p);
    const estimate = runEstimator(
      meanEstimator,
      { ...judged(survey.y, 3, 140), inclusion },
      { population: 'like-these' },
    );
    expectClose(estimate.values, survey.unequal.mean, close);
    // R takes n/(n − 1) for every item, where heavy items here count for what their own weight hides of them.
    const { residuals, weights, judged: items } = estimate;
    const squares = weights.reduce((sum, weight) => sum + weight ** 2, 0);
    const covariance = (factorOf: (item: number) => number) =>
      Float64Array.from({ length: 9 }, (_, at) =>
        weights.reduce((sum, weight, i) => {
          const [a, b] = [residuals[i * 3 + Math.floor(at / 3)], residuals[i * 3 + (at % 3)]];
          return sum + factorOf(i) * weight ** 2 * a * b;
        }, 0),
      );
    expectClose(
      covariance(() => items.length / (items.length - 1)),
      survey.unequal.covariance,
      close,
    );
    expectClose(
      estimate.covariance,
      covariance((i) => 1 / (1 - 2 * weights[i] + squares)),
      close,
    );
  });

  test('means and covariance of a simple random sample of 23 of 140', () => {
    const estimate = runEstimator(meanEstimator, judged(survey.y, 3, 140));
    expectClose(estimate.values, survey.equal.mean, close);
    expectClose(estimate.covariance, survey.equal.covariance, close);
  });

  test("p.adjust's Benjamini–Hochberg", () => {
    expectClose(benjaminiHochberg(survey.pValues), survey.bh, close);
    expect(() => benjaminiHochberg([0.2, 1.2])).toThrow(/in \[0, 1\]; got 1.2/);
  });
});

describe('the numbers of SciPy', () => {
  const estimate = runEstimator(meanEstimator, judged(scipy.scores, 3, 11), { population: 'like-these' });

  test('exact sign-flip tests', () => {
    const tests = signFlipTests(estimate);
    expect(tests.every(({ exact }) => exact)).toBe(true);
    expectClose(
      tests.map(({ pValue }) => pValue),
      scipy.flip,
      close,
    );
  });

  test('paired t tests and two one-sided tests', () => {
    const pairs = differences(estimate);
    expectClose(
      pairs.map(({ pValue }) => pValue),
      scipy.ttest,
      close,
    );
    expectClose(
      pairs.map((pair) => equivalence(estimate, pair, scipy.margin).equivalent),
      scipy.tost,
      close,
    );
  });

  test('Wilson intervals and beta posteriors', () => {
    for (const { successes, trials, wilson, beta } of scipy.binomial) {
      const byWilson = wilsonInterval(successes, trials);
      expectClose([byWilson.low, byWilson.high], wilson, { absolute: 1e-12 });
      const byBeta = betaInterval(successes, trials);
      expectClose([byBeta.low, byBeta.high], beta, close);
    }
  });

  test('the clustered posterior, on a grid ten times as fine', () => {
    const { mean: centre, low, high } = clusteredInterval(scipy.clusters, 0.9);
    expectClose([centre, low, high], scipy.clustered, { absolute: 0.002 });
  });
});

describe('the numbers of bayes_evals', () => {
  const sets: { scores: number[]; intervals: [number, number][]; better: number }[] = read('bayes-evals');
  const countsOf = (scores: number[]) => {
    const counts = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
    for (let i = 0; i < scores.length; i += 2)
      counts[(['neither', 'onlyB', 'onlyA', 'both'] as const)[2 * scores[i] + scores[i + 1]]]++;
    return counts;
  };

  test('intervals of single systems', () => {
    for (const { scores, intervals } of sets) {
      const { both, onlyA, onlyB } = countsOf(scores);
      [both + onlyA, both + onlyB].forEach((successes, s) => {
        const { low, high } = betaInterval(successes, scores.length / 2);
        expectClose([low, high], intervals[s], close);
      });
    }
  });

  test('the probability that one of two systems on the same questions is better', () => {
    // Their prior is a bivariate normal model, drawn 400,000 times; ours is Dirichlet(1, 1, 1, 1): near, not the same.
    for (const { scores, better } of sets)
      expectClose(pairedPosterior(countsOf(scores)).pBetter, better, { absolute: 0.03 });
  });
});
