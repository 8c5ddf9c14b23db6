import {
  createRegistry,
  datasetFromItems,
  defineSelector,
  runSelector,
  stream,
  z,
  type Selector,
} from '@goldpan/core';
import { expect, test } from 'vitest';
import plugin, { balanced, halfPicked, safe, sequential, stratified, systematic } from '../src/index.js';

/** 45 items of three domains of 24, 15 and 6, 4 systems; `metric` agrees with `human`, and level and spread differ by domain. */
const items = Array.from({ length: 45 }, (_, id) => {
  const rng = stream(1, 'designs', id);
  const domain = id < 24 ? 'news' : id < 39 ? 'chat' : 'law';
  const [level, spread] = { news: [5, 1], chat: [7, 2], law: [2, 6] }[domain] as [number, number];
  const human = Array.from({ length: 4 }, (_, s) => level + 0.3 * s + spread * (rng.next() - 0.5));
  return {
    id,
    domain,
    src: 'x'.repeat(5 + rng.integer(60)),
    scores: Object.fromEntries(
      human.map((score, s) => [`s${s}`, { human: score, metric: score + rng.next() }]),
    ),
  };
});
const dataset = datasetFromItems(items);
const human = dataset.scores('human').values;
const longest = defineSelector({
  name: 'longest',
  summary: 'Longest sources first.',
  needs: ['sources'],
  options: z.object({ sign: z.number().default(1).describe('-1: shortest first') }),
  select: ({ sources }, { sign }) => ({
    utilities: Float64Array.from(sources!, (text) => (sign === 0 ? Infinity : sign * text!.length)),
  }),
});
const registry = createRegistry([
  { plugin, specifier: 'sampling' },
  { plugin: { name: 'tests', selectors: [longest] }, specifier: 'tests' },
]);

const meanOf = (system: number) =>
  human.filter((_, cell) => cell % 4 === system).reduce((a, b) => a + b, 0) / 45;

const designs = [
  { selector: sequential, options: {} },
  { selector: sequential, options: { utility: 'longest', floor: 0.05 } },
  { selector: balanced, options: {} },
  { selector: safe, options: { utility: 'longest' } },
  { selector: safe, options: { utility: 'longest', picked: 1, sharpness: 9 } },
  { selector: stratified, options: {} },
  { selector: stratified, options: { allocation: 'neyman' } },
  { selector: stratified, options: { by: 'length', strata: 4 } },
  { selector: stratified, options: { by: 'metric', metric: 'metric' } },
  { selector: systematic, options: {} },
  { selector: systematic, options: { by: 'metric' } },
];

test.each(designs)(
  'the written probabilities are those of 2,000 draws, and weighted totals have no bias: $selector.name $options',
  async ({ selector, options }) => {
    const [n, draws] = [11, 2000];
    const counts = new Float64Array(45);
    const expected = new Float64Array(45);
    let sum = 0;
    let squares = 0;
    for (let seed = 0; seed < draws; seed++) {
      const run = { options, seed, registry, budget: { items: n } };
      const { chosen, inclusion, weights } = await runSelector(selector, dataset, run);
      let total = 0;
      for (const item of chosen!) {
        counts[item]++;
        total += weights![item] * human[item * 4 + 2];
        expect(weights![item]).toBeCloseTo(1 / inclusion![item], 12);
      }
      inclusion!.forEach((p, item) => (expected[item] += p / draws));
      sum += total / 45;
      squares += (total / 45) ** 2;
    }
    counts.forEach((count, item) => {
      const p = expected[item];
      expect(p).toBeGreaterThan(0);
      expect(Math.abs(count / draws - p), `item ${item}`).toBeLessThan(
        4 * Math.sqrt((p * (1 - p)) / draws) + 1e-9,
      );
    });
    expect(expected.reduce((a, b) => a + b, 0)).toBeCloseTo(n, 6);
    const error = Math.sqrt((squares / draws - (sum / draws) ** 2) / draws);
    expect(Math.abs(sum / draws - meanOf(2))).toBeLessThan(4 * error);
  },
);

test('a sequential list prefers what its utility prefers, the more the sharper', async () => {
  const meanLength = async (options: object) => {
    const { inclusion } = await runSelector(sequential, dataset, {
      registry,
      options,
      budget: { items: 12 },
    });
    return inclusion!.reduce((sum, p, item) => sum + p * items[item].src.length, 0) / 12;
  };
  const shortest = { selector: 'longest', options: { sign: -1 } };
  const alike = await meanLength({});
  expect(await meanLength({ utility: 'longest', sharpness: 0 })).toBeCloseTo(alike, 9);
  expect(await meanLength({ utility: 'longest', sharpness: 3 })).toBeGreaterThan(alike + 3);
  expect(await meanLength({ utility: 'longest', sharpness: 9 })).toBeGreaterThan(alike + 6);
  expect(await meanLength({ utility: shortest })).toBeLessThan(alike - 3);
});

test('of a safe sample no item has less than half of the chance of a plain draw, and half of it goes by the utility', async () => {
  const run = { registry, budget: { items: 9 } };
  const options = { utility: 'longest' };
  const { inclusion } = await runSelector(safe, dataset, { ...run, options });
  expect(Math.min(...inclusion!)).toBeGreaterThan((0.5 * 9) / 45);
  expect(Math.max(...inclusion!)).toBeLessThan((1.5 * 9) / 45);
  const plain = await runSelector(safe, dataset, { ...run, options: { ...options, picked: 0 } });
  plain.inclusion!.forEach((p) => expect(p).toBeCloseTo(9 / 45, 12));
});

test('a safe sample meets the metric means of the systems better than a plain one', async () => {
  const metric = dataset.scores('metric').values;
  const levels = Float64Array.from({ length: 45 }, (_, item) => metric[item * 4] + metric[item * 4 + 3]);
  const mean = levels.reduce((sum, level) => sum + level, 0) / 45;
  const squareError = async (selector: Selector, options: object) => {
    let squares = 0;
    for (let seed = 0; seed < 300; seed++) {
      const run = { registry, seed, options, budget: { items: 21 } };
      const { weights } = await runSelector(selector, dataset, run);
      const stoodFor = weights!.reduce((sum, weight) => sum + weight, 0);
      const total = weights!.reduce((sum, weight, item) => sum + weight * levels[item], 0);
      squares += (total / stoodFor - mean) ** 2;
    }
    return squares;
  };
  const plain = await squareError(sequential, {});
  expect(await squareError(safe, { utility: 'longest' })).toBeLessThan(0.5 * plain);
});

test('half-picked takes in turn the best that is left and one by lot', async () => {
  const utility = 'longest';
  const { ranking } = await runSelector(halfPicked, dataset, { registry, options: { utility } });
  const best = Array.from((await runSelector(longest, dataset)).ranking);
  for (let rank = 0; rank < 45; rank += 2) {
    const before = new Set(ranking.slice(0, rank));
    expect(ranking[rank]).toBe(best.find((item) => !before.has(item)));
  }
  expect(new Set(ranking).size).toBe(45);
  const others = await runSelector(halfPicked, dataset, { registry, options: { utility }, seed: 1 });
  expect(others.ranking[1]).not.toBe(ranking[1]);
});

test('a cap holds a kind of item back to its share', async () => {
  const options = { 'cap-by': 'domain', cap: 0.34 };
  const { inclusion } = await runSelector(sequential, dataset, { options, budget: { items: 12 } });
  const due = (domain: string) =>
    inclusion!.reduce((sum, p, item) => sum + (items[item].domain === domain ? p : 0), 0);
  expect(due('news')).toBeCloseTo(12 * 0.34, 6);
  expect(due('chat')).toBeCloseTo(12 * 0.34, 6);
});

test('a cap that cannot be met is met as far as can be, and the share that comes out is named', async () => {
  // Three domains of 30, 6 and 4 items.
  const uneven = datasetFromItems(
    Array.from({ length: 40 }, (_, i) => ({
      id: `i${i}`,
      domain: i < 30 ? 'a' : i < 36 ? 'b' : 'c',
      scores: { A: { m: i }, B: { m: i % 7 } },
    })),
  );
  const warned = async (cap: number, size: number) => {
    const options = { 'cap-by': 'domain', cap };
    const { warnings } = await runSelector(sequential, uneven, { options, budget: { items: size } });
    return (warnings ?? []).map(({ text }) => text);
  };
  // All of b and c are 10 of 30.
  expect(await warned(0.5, 30)).toEqual([
    'The cap of 50 % per domain cannot be met: domain "a" makes up 66.7 % of the sample in expectation, because the others have too few items for the rest.',
  ]);
  expect(await warned(0.2, 9)).toEqual([
    'The cap of 20 % per domain cannot be met: domain "a" makes up 33.3 % of the sample in expectation, because 3 kinds are too few for it.',
  ]);
  expect([await warned(0.5, 8), await warned(0.05, 40)]).toEqual([[], []]);
});

test('Neyman allocation gives more to a stratum in which differences vary more', async () => {
  const due = async (allocation: string) => {
    const { inclusion } = await runSelector(stratified, dataset, {
      options: { allocation },
      budget: { items: 12 },
    });
    return inclusion!.slice(39).reduce((a, b) => a + b, 0);
  };
  expect(await due('proportional')).toBeCloseTo((12 * 6) / 45, 9);
  expect(await due('neyman')).toBeGreaterThan(3);
});

test('what cannot be drawn is refused with what to do', async () => {
  const bare = datasetFromItems([{ id: 1 }, { id: 2 }, { id: 3 }]);
  const budget = { items: 2 };
  await expect(runSelector(stratified, bare, { budget })).rejects.toMatchObject({
    code: 'SAM_NOTHING_TO_STRATIFY_BY',
  });
  await expect(runSelector(systematic, bare, { budget, options: { by: 'length' } })).rejects.toMatchObject({
    code: 'SAM_NOTHING_TO_STRATIFY_BY',
  });
  const endless = { utility: { selector: 'longest', options: { sign: 0 } } };
  await expect(
    runSelector(sequential, dataset, { registry, budget, options: endless }),
  ).rejects.toMatchObject({
    code: 'SAM_SIZE_NOT_USABLE',
  });
  const costs = Float64Array.of(1, 2, 3);
  await expect(runSelector(systematic, bare, { budget: { cost: 3 }, costs })).rejects.toMatchObject({
    code: 'SAM_BUDGET_NOT_IN_ITEMS',
  });
});

test('what a stratum smaller than its allocation cannot take goes to the others', async () => {
  const wild = ([x, y]: number[]) => ({ A: { m: x }, B: { m: y } });
  const small = [
    [0, 90],
    [80, 0],
    [5, 99],
  ].map((pair, i) => ({ id: `s${i}`, domain: 'small', scores: wild(pair) }));
  const large = Array.from({ length: 40 }, (_, i) => ({
    id: `l${i}`,
    domain: 'large',
    scores: wild([i % 3, i % 2]),
  }));
  const options = { allocation: 'neyman', metric: 'm' } as const;
  const run = { options, budget: { items: 11 }, seed: 1 };
  const { chosen, inclusion } = await runSelector(stratified, datasetFromItems([...small, ...large]), run);
  expect(Array.from(inclusion!.subarray(0, 3))).toEqual([1, 1, 1]);
  expect(Array.from(chosen!).filter((item) => item < 3)).toHaveLength(3);
  expect(chosen).toHaveLength(11);
  expect(inclusion![3]).toBeCloseTo(8 / 40, 12);
});

test('a metric that a design does not use is warned of', async () => {
  const warned = async (selector: Selector, options: object) =>
    (await runSelector(selector, dataset, { budget: { items: 9 }, options, registry })).warnings?.map(
      ({ code }) => code,
    );
  const metric = 'metric';
  expect(await warned(systematic, { metric })).toEqual(['METRIC_NOT_USED']);
  expect(await warned(stratified, { metric })).toEqual(['METRIC_NOT_USED']);
  for (const used of [{ by: 'metric' }, { allocation: 'neyman' }])
    expect((await warned(stratified, { metric, ...used })) ?? []).toEqual([]);
  expect((await warned(systematic, { metric, by: 'metric' })) ?? []).toEqual([]);
  expect((await warned(systematic, {})) ?? []).toEqual([]);
});
