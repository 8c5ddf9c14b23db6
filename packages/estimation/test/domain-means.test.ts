import { runEstimator, type JudgedData, type TargetPopulation } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { domainMeans, meanEstimator, predictionIntervals, regression } from '../src/index.js';
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

/** Weights that are not alike. */
const unequal: JudgedData = {
  ...holed,
  inclusion: Float64Array.from({ length: 140 }, (_, item) => 0.15 + 0.01 * (item % 13)),
};
/** Whole documents drawn: four items each. */
const documents = Int32Array.from({ length: 140 }, (_, item) => Math.floor(item / 4));
const byDocument: JudgedData = {
  ...judgedOnly(
    data,
    Array.from({ length: 140 }, (_, item) => item).filter((item) => documents[item] % 3 === 1),
  ),
  ...{ domains, documents },
};

const add = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
const mean = (values: number[]) => add(values) / values.length;

/** The formulas from lists, cell by cell. */
function twin(data: JudgedData, estimator = meanEstimator, population: TargetPopulation = 'all') {
  const estimate = runEstimator(estimator, data, { population });
  const { residuals, weights, units, judged } = estimate;
  const S = estimate.systems.length;
  const systems = Array.from({ length: S }, (_, s) => s);
  const metrics = estimator === meanEstimator ? [] : data.metrics;
  const { predicted } = predictionIntervals({ ...data, metrics }, estimate);
  const judgement = (i: number, s: number) => data.judgements.values[judged[i] * S + s];
  const has = (i: number, s: number) => !Number.isNaN(judgement(i, s));
  const level = (i: number) => mean(systems.filter((s) => has(i, s)).map((s) => residuals[i * S + s]));
  const labels = [10, 20, 30, 40];
  const rowsOf = (label: number) => [...judged.keys()].filter((i) => data.domains![judged[i]] === label);
  const itemsOf = (label: number) =>
    [...data.domains!.keys()].filter((item) => data.domains![item] === label);

  /** Variance of a mean of the rows, and of one of its values. */
  function spread(rows: number[], value: (i: number) => number) {
    const whole = add(rows.map((i) => weights[i]));
    const centre = add(rows.map((i) => weights[i] * value(i))) / whole;
    const drawn = [...new Set(rows.map((i) => units[i]))];
    const errors = drawn.map((unit) =>
      add(rows.filter((i) => units[i] === unit).map((i) => weights[i] * (value(i) - centre))),
    );
    const g = drawn.length;
    return { g, one: g < 2 ? 0 : (rows.length * g * add(errors.map((e) => e * e))) / (g - 1) / whole ** 2 };
  }
  function variance(label: number, rowsIn: (label: number) => number[], value: (i: number) => number) {
    const all = labels.map((other) => spread(rowsIn(other), value)).filter(({ g }) => g > 1);
    const pooled = add(all.map(({ g, one }) => (g - 1) * one)) / add(all.map(({ g }) => g - 1));
    const rows = rowsIn(label);
    if (rows.length === 0) return Infinity;
    const { g, one } = spread(rows, value);
    const equal = data.inclusion === undefined && population === 'all';
    const left = equal ? 1 - rows.length / itemsOf(label).length : 1;
    return (left * ((g - 1) * one + 5 * pooled)) / (g - 1 + 5) / rows.length;
  }

  const parts = labels.map((label) => {
    const rows = rowsOf(label);
    const D = systems.map((s) => {
      const own = rows.filter((i) => has(i, s));
      const missed = own.map((i) => weights[i] * (judgement(i, s) - predicted[judged[i] * S + s]));
      const correction = own.length > 0 ? add(missed) / add(own.map((i) => weights[i])) : 0;
      return mean(itemsOf(label).map((item) => predicted[item * S + s])) + correction;
    });
    const shift = mean(systems.map((s) => D[s] - estimate.values[s]));
    return {
      ...{ label, rows, D, W: add(rows.map((i) => weights[i])) },
      E: systems.map((s) => estimate.values[s] + shift),
      v: systems.map((s) =>
        variance(
          label,
          (other) => rowsOf(other).filter((i) => has(i, s)),
          (i) =>
            residuals[i * S + s] - add(systems.filter((t) => has(i, t)).map((t) => residuals[i * S + t])) / S,
        ),
      ),
      ofLevel: variance(label, rowsOf, level),
    };
  });
  const known = parts.filter(({ rows }) => rows.length > 0);
  const beyond = add(
    known.map(({ D, E, v, W }) => add(systems.map((s) => (D[s] - E[s]) ** 2 - v[s] * (1 - W)))),
  );
  const between = Math.max(0, beyond / ((S - 1) * (known.length - 1)));
  return parts.map(({ label, rows, D, E, v, W, ofLevel }) => {
    const B = v.map((variance) => between / (between + variance));
    return {
      domain: label,
      judged: rows.length,
      values: systems.map((s) => {
        if (rows.length === 0) return E[s];
        const drawn = E[s] + B[s] * (D[s] - E[s]);
        return Math.abs(drawn - D[s]) <= Math.sqrt(v[s])
          ? drawn
          : D[s] + Math.sign(drawn - D[s]) * Math.sqrt(v[s]);
      }),
      standardErrors: systems.map((s) =>
        rows.length === 0 ? NaN : Math.sqrt(ofLevel + v[s] * (B[s] + (1 - B[s] ** 2) * W)),
      ),
    };
  });
}

test.each([
  ['complete', partial],
  ['with missing cells', holed],
  ['with a domain apart', apart],
  ['of unequal weights, with missing cells', unequal],
  ['of whole documents', byDocument],
])('judgements that are %s: as the formulas read, by ascending label', (_, data) => {
  for (const estimator of [meanEstimator, regression])
    for (const population of ['all', 'like-these'] as const) {
      const found = domainMeans(data, runEstimator(estimator, data, { population }));
      const expected = twin(data, estimator, population);
      expect(found.map(({ domain, judged }) => [domain, judged])).toEqual(
        expected.map(({ domain, judged }) => [domain, judged]),
      );
      found.forEach(({ values, standardErrors }, d) => {
        expectClose(values, expected[d].values, near);
        expectClose(standardErrors, expected[d].standardErrors, near);
      });
    }
});

test('a domain that is hard for everybody is as hard as its judgements say, however few they are', () => {
  const hard = withJudgements(partial, (value, item) => (domains[item] === 30 ? value - 50 : value));
  const [before, after] = [partial, hard].map((data) => {
    const estimate = runEstimator(meanEstimator, data);
    return { estimate, found: domainMeans(data, estimate) };
  });
  expect(after.found[2].judged).toBeLessThan(8);
  for (const d of [0, 1, 2])
    expectClose(
      after.found[d].values,
      before.found[d].values.map((value) => value - (d === 2 ? 50 : 0)),
      { absolute: 1e-9 },
    );
});

test('a domain that is judged whole has the means of its judgements, without error, metrics or not', () => {
  const whole = Array.from(domains.keys()).filter((item) => domains[item] === 20 || judged.includes(item));
  const some = { ...judgedOnly(data, whole), domains };
  const items = Array.from(domains.keys()).filter((item) => domains[item] === 20);
  const truth = Array.from({ length: 7 }, (_, s) =>
    mean(items.map((item) => data.judgements.values[item * 7 + s])),
  );
  for (const estimator of [meanEstimator, regression]) {
    const [, { values, standardErrors }] = domainMeans(some, runEstimator(estimator, some));
    expectClose(values, truth, near);
    expectClose(standardErrors, new Float64Array(7), near);
  }
});

test('twice the standard error holds the means of domains in about 95 of 100 draws, nearer than plain means', () => {
  const items = Array.from(domains.keys());
  const labels = [10, 20, 30];
  const own = Int32Array.from(items, (item) => [30, 10, 10, 20, 10, 20][item % 6]);
  const shifted = withJudgements({ ...data, domains: own }, (value, item, system) =>
    own[item] === 20 ? value - 2 + 0.2 * ((system * 3) % 7) : value,
  );
  let [held, cells, error, plain] = [0, 0, 0, 0];
  for (let draw = 0; draw < 60; draw++) {
    const rows = sample(140, 36, 100 + draw);
    const some = judgedOnly(shifted, rows);
    domainMeans(some, runEstimator(regression, some)).forEach(({ values, standardErrors }, d) => {
      const inside = items.filter((item) => own[item] === labels[d]);
      for (let s = 0; s < 7; s++) {
        const meanOf = (of: number[]) => mean(of.map((item) => shifted.judgements.values[item * 7 + s]));
        const truth = meanOf(inside);
        held += Math.abs(values[s] - truth) <= 2 * standardErrors[s] ? 1 : 0;
        error += (values[s] - truth) ** 2;
        plain += (meanOf(inside.filter((item) => rows.includes(item))) - truth) ** 2;
        cells++;
      }
    });
  }
  expect(held / cells).toBeGreaterThan(0.92);
  expect(held / cells).toBeLessThan(0.985);
  expect(error / plain).toBeLessThan(0.8);
});

test('a domain without judgements has what is predicted: the overall estimate, where metrics are not used', () => {
  const estimate = runEstimator(meanEstimator, partial);
  const unseen = domainMeans(partial, estimate)[3];
  expectClose(unseen.values, estimate.values, near);
  expect(unseen.standardErrors.every(Number.isNaN)).toBe(true);
});

test('one judged item per domain shows no errors: systems are as over all, at the level of the domain', () => {
  const few = judgedOnly(data, [4, 9]);
  const own = { ...few, domains: Int32Array.from({ length: 140 }, (_, item) => (item === 4 ? 1 : 2)) };
  const estimate = runEstimator(meanEstimator, own);
  const [whole, sampled] = domainMeans(own, estimate);
  const row = (item: number) => Array.from(data.judgements.values.slice(item * 7, item * 7 + 7));
  expectClose(whole.values, row(4), near);
  const shift = mean(row(9)) - mean([...estimate.values]);
  expectClose(
    sampled.values,
    estimate.values.map((value) => value + shift),
    near,
  );
  expect(sampled.standardErrors.every(Number.isNaN)).toBe(true);
});

test('without domains it is refused', () => {
  const { domains: _domains, ...without } = partial;
  expect(() => domainMeans(without, runEstimator(meanEstimator, without))).toThrow(/domains/);
});
