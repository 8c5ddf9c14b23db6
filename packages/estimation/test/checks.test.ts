import { runEstimator, stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  detectableDifference,
  domainMeans,
  favouritism,
  influence,
  meanEstimator,
  missingBounds,
  predictionIntervals,
  regression,
  robustness,
  shrunk,
  signFlipTests,
  unjudgedSystems,
} from '../src/index.js';
import { judgedOnly, matrix, normal, ordinary, population, sample, withJudgements } from './support.js';

const near = { absolute: 1e-9 };
const { data, means } = population(ordinary, 31);
const judged = sample(140, 24, 7);
const partial = judgedOnly(data, judged);

describe('influence', () => {
  const estimate = runEstimator(meanEstimator, partial);

  test('of an item equals leaving it out, largest first', () => {
    const found = influence(estimate, { a: 1, b: 4 });
    expect(found).toHaveLength(24);
    for (const { group, effect, without } of found) {
      const left = runEstimator(
        meanEstimator,
        judgedOnly(
          data,
          judged.filter((item) => item !== group),
        ),
      );
      expectClose(without!, left.values[1] - left.values[4], near);
      expectClose(effect, estimate.values[1] - estimate.values[4] - without!, near);
    }
    const sizes = found.map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual([...sizes].sort((x, y) => y - x));
  });

  test('of an item with a missing cell equals leaving it out', () => {
    const holed = withJudgements(partial, (value, item, system) => ((item + system) % 5 === 0 ? NaN : value));
    for (const { group, without } of influence(runEstimator(meanEstimator, holed), { a: 0, b: 5 })) {
      const left = runEstimator(
        meanEstimator,
        withJudgements(holed, (value, item) => (item === group ? NaN : value)),
      );
      expectClose(without!, left.values[0] - left.values[5], near);
    }
  });

  test('of a group is that of all its items', () => {
    const groups = Uint32Array.from(judged, (_, i) => i % 5);
    const found = influence(estimate, { a: 0, b: 2 }, groups);
    expect(found.map(({ group }) => group).sort()).toEqual([0, 1, 2, 3, 4]);
    const left = runEstimator(
      meanEstimator,
      judgedOnly(
        data,
        judged.filter((_, i) => i % 5 !== 3),
      ),
    );
    expectClose(found.find(({ group }) => group === 3)!.without!, left.values[0] - left.values[2], near);
  });
});

describe('robustness', () => {
  const question = { estimator: meanEstimator, a: 'system 6', b: 'system 0' };

  test('an order that one rater makes does not survive without that rater', () => {
    const raters = Int32Array.from({ length: 140 * 7 }, (_, cell) => Math.floor(cell / 7) % 3);
    const bribed = withJudgements(partial, (value, item, system) =>
      item % 3 === 2 && system === 0 ? value + 30 : value,
    );
    const { survives, overturnedBy, checked } = robustness(bribed, { ...question, groups: raters });
    expect({ survives, checked }).toEqual({ survives: false, checked: 3 });
    expect(overturnedBy.map(({ group }) => group)).toEqual([2]);
  });

  test('a clear order survives without any one item', () => {
    const clear = withJudgements(partial, (value, _item, system) => value + system);
    const items = Int32Array.from({ length: 140 }, (_, item) => item);
    expect(robustness(clear, { ...question, groups: items })).toEqual({
      survives: true,
      overturnedBy: [],
      checked: 24,
    });
    expect(() => robustness(clear, { ...question, groups: new Int32Array(3) })).toThrow(/got 3 labels/);
  });
});

describe('a metric that favours a system', () => {
  const favoured = {
    ...partial,
    metrics: data.metrics.map(({ name, scores }, k) => ({
      name,
      scores:
        k === 1
          ? { ...scores, values: scores.values.map((v, cell) => (cell % 7 === 2 ? v + 4 : v)) }
          : scores,
    })),
    domains: Int32Array.from({ length: 140 }, (_, item) => item % 2),
  };

  test('is named, with the system, first', () => {
    const twelve = population({ ...ordinary, systems: 12, signal: 0.9 }, 12).data;
    const metrics = twelve.metrics.map(({ name, scores }, k) => ({
      name,
      scores: { ...scores, values: scores.values.map((v, cell) => (k === 1 && cell % 12 === 2 ? v + 4 : v)) },
    }));
    const judged = judgedOnly({ ...twelve, metrics, domains: favoured.domains }, sample(140, 60, 1));
    const [first] = favouritism(judged, runEstimator(regression, judged));
    expect(first).toMatchObject({ metric: 'metric 1', system: 2 });
    expect(first.residual).toBeLessThan(0);
    expect(first.pValue).toBeLessThan(0.05);
  });

  test('gains the system no rank in the estimates, over many draws', () => {
    const gain = { values: 0, shrunk: 0 };
    for (let draw = 0; draw < 15; draw++) {
      const items = sample(140, 30, draw);
      const honest = runEstimator(shrunk, judgedOnly(data, items));
      const fooled = runEstimator(shrunk, judgedOnly({ ...data, metrics: favoured.metrics }, items));
      for (const field of ['values', 'shrunk'] as const) {
        const rank = ({ [field]: values }: typeof honest) =>
          values.filter((value) => value > values[2]).length;
        gain[field] += (rank(honest) - rank(fooled)) / 15;
      }
    }
    expect(Math.abs(gain.values)).toBeLessThan(0.35);
    expect(gain.shrunk).toBeLessThan(1);
  });
});

describe('missing judgements', () => {
  test('bounds are the means where nothing is missing', () => {
    const estimate = runEstimator(meanEstimator, partial);
    const { low, high, missing, surviving, open } = missingBounds(partial, estimate);
    expectClose(low, estimate.means, near);
    expectClose(high, estimate.means, near);
    expect([...missing]).toEqual(new Array(7).fill(0));
    expect([surviving.length, open.length]).toEqual([21, 0]);
  });

  test('an order by a hair does not survive the worst case', () => {
    const holed = withJudgements(partial, (value, item, system) => (system === 3 && item % 2 ? NaN : value));
    const estimate = runEstimator(meanEstimator, holed);
    const { low, high, missing, open } = missingBounds(holed, estimate);
    expect(missing[3]).toBe(judged.filter((item) => item % 2).length);
    expect(low[3]).toBeLessThan(estimate.means[3]);
    expect(high[3]).toBeGreaterThan(estimate.means[3]);
    expect(open.length).toBeGreaterThan(0);
  });

  test('of a system with one judgement are as far apart as judgements of the others lie from their means', () => {
    const single = withJudgements(partial, (value, item, system) =>
      system === 3 && item !== judged[0] ? NaN : value,
    );
    const estimate = runEstimator(meanEstimator, single);
    const { low, high, open } = missingBounds(single, estimate);
    const distances = [0, 1, 2, 4, 5, 6]
      .flatMap((s) => judged.map((item) => single.judgements.values[item * 7 + s] - estimate.means[s]))
      .sort((one, other) => one - other);
    // The tenth and the ninetieth percentile lie between these of 144 distances.
    expect(low[3]).toBeGreaterThanOrEqual(estimate.means[3] + (23 / 24) * distances[13]);
    expect(low[3]).toBeLessThanOrEqual(estimate.means[3] + (23 / 24) * distances[15]);
    expect(high[3]).toBeGreaterThanOrEqual(estimate.means[3] + (23 / 24) * distances[128]);
    expect(high[3]).toBeLessThanOrEqual(estimate.means[3] + (23 / 24) * distances[130]);
    expect(open.some(({ a, b }) => a === 3 || b === 3)).toBe(true);
  });
});

describe('prediction intervals', () => {
  test('hold for judgements that were not used, at about their level', () => {
    let [inside, cells] = [0, 0];
    for (let draw = 0; draw < 10; draw++) {
      const some = judgedOnly(data, sample(140, 40, draw));
      const { predicted, reach } = predictionIntervals(some, runEstimator(regression, some), 0.9);
      data.judgements.values.forEach((value, cell) => {
        if (!Number.isNaN(some.judgements.values[cell])) return;
        cells++;
        if (Math.abs(value - predicted[cell]) <= reach) inside++;
      });
    }
    expect(inside / cells).toBeGreaterThan(0.88);
    expect(inside / cells).toBeLessThan(0.94);
  });

  test('name a slip of the pen first', () => {
    const slip = withJudgements(partial, (value, item, system) =>
      item === judged[5] && system === 4 ? value + 25 : value,
    );
    const [first] = predictionIntervals(slip, runEstimator(regression, slip)).suspicious;
    expect(first).toMatchObject({ item: judged[5], system: 4 });
  });

  test('have no end when too few items are judged for their level', () => {
    const few = judgedOnly(data, sample(140, 9, 1));
    expect(predictionIntervals(few, runEstimator(regression, few)).reach).toBe(Infinity);
  });
});

test('a system that nobody judged is predicted from its metrics, within an interval', () => {
  const { data: wide, means: truth } = population({ ...ordinary, systems: 9, signal: 0.95 }, 3);
  const unjudged = withJudgements(judgedOnly(wide, judged), (value, _item, system) =>
    system === 8 ? NaN : value,
  );
  const estimate = runEstimator(regression, unjudged);
  const [said, ...others] = unjudgedSystems(unjudged, estimate);
  expect(others).toEqual([]);
  expect(said.system).toBe('system 8');
  expect(said.low).toBeLessThan(truth[8]);
  expect(said.high).toBeGreaterThan(truth[8]);
  expect(said.high - said.low).toBeLessThan(3);
  // Of three judged systems there is an interval, a long one; of two there is none.
  const onlyOf = (count: number) =>
    withJudgements(unjudged, (value, _, system) => (system < count ? value : NaN));
  const predicted = (count: number) =>
    unjudgedSystems(onlyOf(count), runEstimator(regression, onlyOf(count))).find(
      ({ system }) => system === 'system 8',
    );
  const [three, two] = [predicted(3)!, predicted(2)];
  expect(three.high - three.low).toBeGreaterThan(said.high - said.low);
  expect(two).toBeUndefined();
});

test('means per domain are the overall ones without a domain effect, and follow one where there is one', () => {
  const domains = Int32Array.from({ length: 140 }, (_, item) => item % 2);
  const shifted = withJudgements(data, (value, item, system) =>
    item % 2 && system === 1 ? value + 6 : value,
  );
  const some = { ...judgedOnly(shifted, judged), domains };
  const [even, odd] = domainMeans(some, runEstimator(meanEstimator, some));
  expect(odd.values[1] - even.values[1]).toBeGreaterThan(4);
  expect(even.judged + odd.judged).toBe(24);
  expect(() => domainMeans(partial, runEstimator(meanEstimator, partial))).toThrow(/with domains/);
});

test('sign flips of many units agree with the exact count of few, and twins have p = 1', () => {
  const some = judgedOnly(data, sample(140, 14, 3));
  const exact = signFlipTests(runEstimator(meanEstimator, some));
  const doubled = runEstimator(meanEstimator, judgedOnly(data, sample(140, 60, 3)), {
    population: 'like-these',
  });
  const rng = stream(1, 'test/flips');
  const rows = doubled.adjusted;
  const d = Array.from({ length: 60 }, (_, i) => rows[i * 7] - rows[i * 7 + 6]);
  const total = Math.abs(d.reduce((x, y) => x + y));
  let extreme = 0;
  for (let flip = 0; flip < 20_000; flip++)
    if (Math.abs(d.reduce((x, y) => x + (rng.next() < 0.5 ? y : -y), 0)) >= total) extreme++;
  expectClose(signFlipTests(doubled)[5].pValue, extreme / 20_000, { absolute: 0.01 });
  expect(exact.every(({ pValue }) => pValue >= 2 ** -13 && pValue <= 1)).toBe(true);
  const twins = withJudgements(data, (value, item, system) =>
    system === 1 ? data.judgements.values[item * 7] : value,
  );
  expect(signFlipTests(runEstimator(meanEstimator, judgedOnly(twins, judged)))[0].pValue).toBe(1);
});

test('a difference of the detectable size is found in about 80 of 100 samples', () => {
  const rng = stream(2, 'test/power');
  let found = 0;
  for (let draw = 0; draw < 300; draw++) {
    const pair = matrix(40, 2, (_item, system) => 0.64 * (system === 0 ? 1 : 0) + normal(rng));
    const estimate = runEstimator(
      meanEstimator,
      { systems: ['a', 'b'], judgements: pair, metrics: [] },
      { population: 'like-these' },
    );
    const reach = detectableDifference(estimate, { a: 0, b: 1 });
    const error = reach / (2.0227 + 0.8512); // t quantiles for 39 degrees of freedom
    if (Math.abs(estimate.values[0] - estimate.values[1]) > 2.0227 * error) found++;
  }
  // √(2/40)·(2.0227 + 0.8512) = 0.643
  expect(found / 300).toBeGreaterThan(0.74);
  expect(found / 300).toBeLessThan(0.86);
  expect(means).toHaveLength(7);
});
