import { runEstimator, type JudgedData } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { domainMeans, meanEstimator, regression } from '../src/index.js';
import { judgedOnly, ordinary, population, sample, withJudgements } from './support.js';

const near = { absolute: 1e-10 };
const { data } = population(ordinary, 77);
const judged = sample(140, 33, 5);
/** Four domains of unlike sizes; nothing of the last one is judged. */
const domains = Int32Array.from({ length: 140 }, (_, item) =>
  !judged.includes(item) && item % 11 === 0 ? 40 : [30, 10, 10, 20, 10, 20][item % 6],
);
const partial: JudgedData = { ...judgedOnly(data, judged), domains };
const holed: JudgedData = withJudgements(partial, (value, item, system) =>
  (item + 3 * system) % 6 === 2 ? NaN : value,
);
/** One domain has a level and an order of its own. */
const apart: JudgedData = withJudgements(partial, (value, item, system) =>
  domains[item] === 20 ? value - 3 + system : value,
);

/** The formula of one system, from lists: what domains differ by beyond error, and the share of each difference that is kept. */
function twin(data: JudgedData, estimator = meanEstimator) {
  const estimate = runEstimator(estimator, data);
  const S = estimate.systems.length;
  const labels = [10, 20, 30, 40];
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return labels.map((label) => ({
    domain: label,
    judged: judged.filter((item) => domains[item] === label).length,
    values: Array.from({ length: S }, (_, s) => {
      const overall = estimate.values[s];
      const groups = labels.map((domain) =>
        Array.from(estimate.judged.keys())
          .filter((i) => domains[estimate.judged[i]] === domain)
          .map((i) => estimate.adjusted[i * S + s])
          .filter((value) => !Number.isNaN(value)),
      );
      const known = groups.filter((group) => group.length > 0);
      const within = known.reduce(
        (sum, group) => sum + group.reduce((inner, value) => inner + (value - mean(group)) ** 2, 0),
        0,
      );
      const error = within / known.reduce((sum, group) => sum + group.length - 1, 0);
      const beyond = Math.max(
        0,
        mean(known.map((group) => (mean(group) - overall) ** 2 - error / group.length)),
      );
      const own = groups[labels.indexOf(label)];
      if (own.length === 0 || beyond === 0) return overall;
      return overall + (beyond / (beyond + error / own.length)) * (mean(own) - overall);
    }),
  }));
}

test.each([
  ['complete', partial],
  ['with missing cells', holed],
  ['with a domain apart', apart],
])('judgements that are %s: as the formula reads, by ascending label', (_, data) => {
  for (const estimator of [meanEstimator, regression]) {
    const found = domainMeans(data, runEstimator(estimator, data));
    const expected = twin(data, estimator);
    expect(found.map(({ domain, judged }) => [domain, judged])).toEqual(
      expected.map(({ domain, judged }) => [domain, judged]),
    );
    found.forEach(({ values }, d) => expectClose(values, expected[d].values, near));
  }
});

test('a domain that is apart is kept apart; domains of one kind all get the overall estimate', () => {
  const estimate = runEstimator(meanEstimator, apart);
  const [, second] = domainMeans(apart, estimate);
  expect(Math.abs(second.values[0] - estimate.values[0])).toBeGreaterThan(1);
  const alike = withJudgements(partial, (value, _, system) => (Number.isNaN(value) ? NaN : system));
  for (const { values } of domainMeans(alike, runEstimator(meanEstimator, alike)))
    expectClose(values, [0, 1, 2, 3, 4, 5, 6], near);
});

test('one judged item per domain tells nothing of errors: its difference is kept whole', () => {
  const few = judgedOnly(data, [4, 9]);
  const own = { ...few, domains: Int32Array.from({ length: 140 }, (_, item) => (item === 4 ? 1 : 2)) };
  const found = domainMeans(own, runEstimator(meanEstimator, own));
  const row = (item: number) => data.judgements.values.slice(item * 7, item * 7 + 7);
  expectClose(found[0].values, row(4), near);
  expectClose(found[1].values, row(9), near);
});

test('without domains it is refused', () => {
  const { domains: _domains, ...without } = partial;
  expect(() => domainMeans(without, runEstimator(meanEstimator, without))).toThrow(/domains/);
});
