import { runEstimator, type Estimate, type JudgedData } from '@goldpan/core';
import { studentTCdf } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { favouritism, meanEstimator } from '../src/index.js';
import { judgedOnly, matrix, population, sample, withJudgements } from './support.js';

const [items, systems] = [60, 7];
const { data } = population({ items, systems, metrics: 2, signal: 0.8 }, 15);
const judged = sample(items, 21, 8);
const partial: JudgedData = {
  ...judgedOnly(data, judged),
  domains: Int32Array.from({ length: items }, (_, item) => [3, 9, 3, 3, 9][item % 5]),
  inclusion: Float64Array.from({ length: items }, (_, item) => 0.2 + 0.01 * item),
};

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** Effects of the systems on some items: weighted means less their mean. */
function effectsOf(values: Float64Array, rows: number[], estimate: Estimate): number[] {
  const weight = sum(rows.map((i) => estimate.weights[i]));
  const means = Array.from({ length: systems }, (_, s) =>
    sum(rows.map((i) => (estimate.weights[i] * values[estimate.judged[i] * systems + s]) / weight)),
  );
  return means.map((mean) => mean - sum(means) / systems);
}

/** Each system against the line of the others, before the adjustment for how many are tried. */
function deleted(x: number[], y: number[]) {
  return x.map((_, left) => {
    const others = x.map((__, s) => s).filter((s) => s !== left);
    const n = others.length;
    const [xMean, yMean] = [sum(others.map((s) => x[s])) / n, sum(others.map((s) => y[s])) / n];
    const square = sum(others.map((s) => (x[s] - xMean) ** 2));
    const slope = sum(others.map((s) => (x[s] - xMean) * (y[s] - yMean))) / square;
    const lineAt = (s: number) => yMean + slope * (x[s] - xMean);
    const variance = sum(others.map((s) => (y[s] - lineAt(s)) ** 2)) / (n - 2);
    const residual = y[left] - lineAt(left);
    const error = Math.sqrt(variance * (1 + 1 / n + (x[left] - xMean) ** 2 / square));
    return { system: left, residual, pValue: 2 * (1 - studentTCdf(Math.abs(residual / error), n - 2)) };
  });
}

function twin(data: JudgedData, estimate: Estimate, domains: (number | undefined)[]) {
  const all = domains.flatMap((domain) => {
    const rows = [...estimate.judged.keys()].filter(
      (i) => domain === undefined || data.domains![estimate.judged[i]] === domain,
    );
    const people = effectsOf(data.judgements.values, rows, estimate);
    return data.metrics.flatMap(({ name, scores }) =>
      deleted(effectsOf(scores.values, rows, estimate), people).map((one) => ({
        metric: name,
        domain,
        ...one,
      })),
    );
  });
  const sorted = all.sort((one, other) => one.pValue - other.pValue);
  let most = 0;
  return sorted.map((one, at) => {
    most = Math.max(most, Math.min(1, (sorted.length - at) * one.pValue));
    return { ...one, pValue: most };
  });
}

/** By metric, domain and system: ties of adjusted p-values have no order of their own. */
const byName = <T extends { metric: string; domain: number | undefined; system: number }>(
  list: readonly T[],
) => [...list].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
const nameOf = (one: { metric: string; domain: number | undefined; system: number }) =>
  `${one.metric} ${one.domain} ${one.system}`;

test('every system is held against the line of the others, in all items and in each domain', () => {
  const estimate = runEstimator(meanEstimator, partial);
  const found = favouritism(partial, estimate);
  const expected = byName(twin(partial, estimate, [undefined, 3, 9]));
  expect(found).toHaveLength(2 * 3 * systems);
  byName(found).forEach((one, at) => {
    expect(nameOf(one)).toBe(nameOf(expected[at]));
    expectClose([one.residual, one.pValue], [expected[at].residual, expected[at].pValue], { absolute: 1e-9 });
  });
  const pValues = found.map(({ pValue }) => pValue);
  expect(pValues).toEqual([...pValues].sort((x, y) => x - y));
  expect(pValues.some((pValue) => pValue < 1)).toBe(true);
});

test('one domain is all, and so are no domains', () => {
  const { domains: _left, ...without } = partial;
  const estimate = runEstimator(meanEstimator, without);
  const found = favouritism(without, estimate);
  expect(found).toHaveLength(2 * systems);
  expect(favouritism({ ...without, domains: new Int32Array(items) }, estimate)).toEqual(found);
});

test('a domain of one judged item, or one whose judgements nothing joins, is not looked at', () => {
  const alone = { ...partial, domains: partial.domains!.map((_, item) => (item === judged[4] ? 5 : 1)) };
  const seen = (data: JudgedData) => [
    ...new Set(favouritism(data, runEstimator(meanEstimator, data)).map(({ domain }) => domain)),
  ];
  expect(seen(alone).includes(5)).toBe(false);
  expect(seen(alone).includes(1)).toBe(true);
  const parted = withJudgements(partial, (value, item, system) =>
    partial.domains![item] === 9 && (item % 2 === 0) === system < 3 ? NaN : value,
  );
  expect(seen(parted).includes(9)).toBe(false);
  expect(seen(parted).includes(3)).toBe(true);
});

test('five systems are enough, four are not', () => {
  const first = (count: number): JudgedData => ({
    systems: data.systems.slice(0, count),
    judgements: matrix(items, count, (i, s) => partial.judgements.values[i * systems + s]),
    metrics: data.metrics.map(({ name, scores }) => ({
      name,
      scores: matrix(items, count, (i, s) => scores.values[i * systems + s]),
    })),
  });
  const lengthOf = (given: JudgedData) => favouritism(given, runEstimator(meanEstimator, given)).length;
  expect(lengthOf(first(5))).toBe(10);
  expect(lengthOf(first(4))).toBe(0);
});

test('a metric that is the same everywhere favours nobody', () => {
  const flat = { ...partial, metrics: [{ name: 'flat', scores: matrix(items, systems, () => 2) }] };
  for (const { residual, pValue } of favouritism(flat, runEstimator(meanEstimator, flat)))
    expect([residual, pValue]).toEqual([0, 1]);
});
