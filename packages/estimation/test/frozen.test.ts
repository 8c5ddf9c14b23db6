import { runEstimator, type Estimate, type JudgedData } from '@goldpan/core';
import { expect, test } from 'vitest';
import {
  detectableDifference,
  differences,
  domainMeans,
  equivalence,
  favouritism,
  influence,
  intervals,
  itemsToSeparate,
  meanEstimator,
  missingBounds,
  outlook,
  pBetter,
  predictionIntervals,
  rankProbabilities,
  rankSets,
  regression,
  shrunk,
  signFlipTests,
  tiers,
  unjudgedSystems,
} from '../src/index.js';
import { judgedOnly, population, sample, withJudgements } from './support.js';

// What is said of one small population, so that nothing said changes unseen; `vitest -u` renews it where a change is meant.

const shape = { items: 90, systems: 8, metrics: 2, signal: 0.75 };
const { data } = population(shape, 19, (exact, rng) => Math.min(5, 4 + exact) - (rng.next() < 0.1 ? 3 : 0));
const judged = sample(90, 22, 6);
const plain: JudgedData = {
  ...judgedOnly(data, judged),
  domains: Int32Array.from({ length: 90 }, (_, item) => (item * item) % 3),
};
const settings: Record<string, JudgedData> = {
  complete: plain,
  'missing cells': withJudgements(plain, (value, item, system) =>
    (item + 2 * system) % 9 === 0 ? NaN : value,
  ),
  documents: {
    ...judgedOnly(
      data,
      Array.from({ length: 90 }, (_, item) => item).filter((item) => item % 30 < 12),
    ),
    documents: Int32Array.from({ length: 90 }, (_, item) => Math.floor(item / 6)),
  },
  probabilities: {
    ...plain,
    inclusion: Float64Array.from({ length: 90 }, (_, item) => 0.1 + 0.004 * item),
  },
  'a system that nobody judged': withJudgements(plain, (value, _, system) => (system === 3 ? NaN : value)),
  'a few items': judgedOnly(data, judged.slice(0, 5)),
};

/** Numbers to nine digits, so that the last bits of logarithms do not matter. */
function lines(what: Record<string, unknown>): string {
  return JSON.stringify(
    what,
    (_, value) => {
      if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
      return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;
    },
    1,
  ).replaceAll(/\n +(?=[\d\-.}\]]|null)/g, ' ');
}

function statements(data: JudgedData, estimate: Estimate) {
  const between = differences(estimate, { draws: 2000 });
  const pairs = [
    { a: 0, b: 1 },
    { a: 5, b: 2 },
  ];
  return {
    values: estimate.values,
    shrunk: estimate.shrunk,
    shrinkage: estimate.shrinkage,
    variances: estimate.values.map((_, s) => estimate.covariance[s * (estimate.systems.length + 1)]),
    intervals: intervals(estimate, 0.9),
    differences: between.slice(0, 5),
    ranks: rankSets(between, estimate.systems.length),
    tiers: tiers(between, estimate.values),
    probabilities: rankProbabilities(estimate, { draws: 2000 }).pBest,
    signFlips: signFlipTests(estimate)
      .slice(0, 5)
      .map(({ pValue }) => pValue),
    pairs: pairs.map((pair) => ({
      better: pBetter(estimate, pair),
      equivalence: equivalence(estimate, pair, 0.4),
      detectable: detectableDifference(estimate, pair, { power: 0.7 }),
      separate: itemsToSeparate(estimate, pair),
      influence: influence(estimate, pair).slice(0, 2),
    })),
    outlook: outlook(estimate, [10, 40, 90], 2000),
    unjudged: unjudgedSystems(data, estimate),
  };
}

for (const [name, data] of Object.entries(settings)) {
  for (const [kind, estimator] of Object.entries({ mean: meanEstimator, regression, shrunk })) {
    for (const population of ['all', 'like-these'] as const) {
      // Each kind once for each setting, and the population in turn: enough to see every way.
      if ((kind === 'regression') === (population === 'like-these') && name !== 'complete') continue;
      test(`${kind} for ${population}: ${name}`, async () => {
        const said = statements(data, runEstimator(estimator, data, { population, seed: 3 }));
        await expect(lines(said)).toMatchFileSnapshot(
          `fixtures/frozen/${[kind, population, name].join(' ').replaceAll(' ', '-')}.json`,
        );
      });
    }
  }
}

test('checks of complete judgements', async () => {
  const estimate = runEstimator(regression, plain, { seed: 3 });
  const { reach, suspicious, predicted } = predictionIntervals(plain, estimate, 0.9);
  const said = {
    domains: domainMeans(plain, estimate),
    favouritism: favouritism(plain, estimate).slice(0, 12),
    bounds: missingBounds(settings['missing cells'], runEstimator(meanEstimator, settings['missing cells'])),
    prediction: { reach, suspicious, predicted: predicted.slice(0, 24) },
  };
  await expect(lines(said)).toMatchFileSnapshot('fixtures/frozen/checks.json');
});
