import {
  datasetFromItems,
  type Item,
  parseGroupBounds,
  parseMaxPer,
  type RunOptions,
  runSelector,
  type Selector,
  stream,
} from '@goldpan/core';
import { expectClose, goldenItems, readJsonLines, sharedPath, testWithShared } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import plugin, { diffuse, facilityLocation, kCenter, kMeans, kMedoids } from '../src/index.js';

const items: Item[] = goldenItems('synth_edge');
const data = datasetFromItems(items);
const metric = { metric: 'm1' };

/** Bounds as they are typed. */
const bounds = (groups: string[], maxPer: string[] = []) => ({
  groups: groups.map(parseGroupBounds),
  maxPer: maxPer.map(parseMaxPer),
});

const cases: [string, Selector, object, RunOptions['constraints']?][] = [
  ['k-means', kMeans, {}],
  ['k-means on mean outputs', kMeans, { features: 'outputs' }],
  ['k-means on the outputs of one system', kMeans, { features: 'system', system: 'sysC' }],
  ['k-means on scores', kMeans, { features: 'scores', ...metric }],
  ['k-means on reduced vectors', kMeans, { reduce: 8, dimensions: 64 }],
  ['diffuse', diffuse, {}],
  ['diffuse as the reference', diffuse, { variant: 'reference' }],
  ['k-center', kCenter, {}],
  ['k-center with outliers', kCenter, { outliers: 0.05 }],
  ['k-medoids', kMedoids, metric],
  ['facility-location', facilityLocation, {}],
  ['facility-location on scores', facilityLocation, { features: 'scores', ...metric }],
  ['facility-location within bounds', facilityLocation, {}, bounds(['domain:min=2,max=50%'], ['doc=3'])],
];

describe.each(cases)('%s', (_, selector, options, constraints) => {
  test.each([1, 7, 20])('chooses exactly %i items; weights are of chosen items only', async (budget) => {
    if (budget === 1 && constraints) return;
    const { chosen, weights, ranking } = await runSelector(selector, data, {
      options,
      constraints,
      budget: { items: budget },
    });
    expect(new Set(chosen).size).toBe(budget);
    expect([...ranking.slice(0, budget)]).toEqual([...chosen!]);
    const total = weights!.reduce((sum, weight) => sum + weight, 0);
    expect(total).toBeLessThanOrEqual(data.size);
    weights!.forEach((weight, item) => expect(weight > 0).toBe(chosen!.includes(item)));
  });

  test('chooses all items when the budget is all of them', async () => {
    if (constraints) return;
    const { chosen } = await runSelector(selector, data, { options, budget: { items: data.size } });
    expect(new Set(chosen).size).toBe(data.size);
  });

  test('gives the same whatever the seed, and leaves its inputs as they were', async () => {
    const before = JSON.stringify(items);
    const run = (seed: number) =>
      runSelector(selector, data, { options, constraints, seed, budget: { items: 9 } });
    const { seed: _a, ...first } = await run(0);
    const { seed: _b, ...second } = await run(77);
    expect(second).toEqual(first);
    expect(JSON.stringify(items)).toBe(before);
  });
});

describe('a smaller budget is a prefix', () => {
  test.each(
    cases.filter(([name]) => /^(k-center|facility-location)( on scores| with outliers)?$/.test(name)),
  )('for %s, and without a budget every item is ranked', async (_, selector, options) => {
    const { ranking } = await runSelector(selector, data, { options });
    for (const budget of [1, 5, 30]) {
      const { chosen } = await runSelector(selector, data, { options, budget: { items: budget } });
      expect([...chosen!]).toEqual([...ranking.slice(0, budget)]);
    }
  });

  test('for every selector that says so', () => {
    const nested = plugin.selectors!.filter(({ traits }) => traits.nested).map(({ name }) => name);
    expect(nested).toEqual(['output-diversity', 'k-center']);
  });
});

describe('items judged already', () => {
  const judged = Uint32Array.of(3, 40, 3);

  test.each([
    ['k-center', kCenter, {}],
    ['facility-location', facilityLocation, {}],
    ['facility-location within bounds', facilityLocation, {}, bounds(['domain:min=2'], ['doc=2'])],
  ] as typeof cases)('are not chosen again by %s', async (_, selector, options, constraints) => {
    const { chosen } = await runSelector(selector, data, {
      options,
      constraints,
      judged,
      budget: { items: 10 },
    });
    expect(new Set(chosen).size).toBe(10);
    expect([...chosen!].filter((item) => judged.includes(item))).toEqual([]);
  });

  test('are where k-center starts: the next item is the farthest from them', async () => {
    const line = datasetFromItems([0, 10, 1, 9, 4].map((x) => ({ src: String(x), embedding: { src: [x] } })));
    const run = async (seen: number[]) => [
      ...(await runSelector(kCenter, line, { judged: Uint32Array.from(seen) })).ranking,
    ];
    expect(await run([0])).toEqual([1, 4, 2, 3, 0]);
    expect(await run([1])).toEqual([0, 4, 2, 3, 1]);
    expect((await run([]))[0]).toBe(4);
  });

  test('cover their like for facility location', async () => {
    const twoKinds = datasetFromItems(
      [
        [1, 0],
        [1, 0.1],
        [1, -0.1],
        [0, 1],
        [0.1, 1],
      ].map((src) => ({ src: 'x', embedding: { src } })),
    );
    const first = await runSelector(facilityLocation, twoKinds, { budget: { items: 1 } });
    expect(first.chosen![0]).toBeLessThan(3);
    const next = await runSelector(facilityLocation, twoKinds, {
      judged: first.chosen,
      budget: { items: 1 },
    });
    expect(next.chosen![0]).toBeGreaterThan(2);
  });
});

describe('the radius in the details of k-center', () => {
  const rng = stream(8, 'points');
  const points = Array.from({ length: 29 }, () => [rng.next(), rng.next(), rng.next()]);
  const cloud = datasetFromItems(points.map((src) => ({ src: 'x', embedding: { src } })));
  const farthest = (near: readonly number[]) =>
    points
      .map((x) => Math.min(...near.map((item) => Math.hypot(...x.map((c, d) => c - points[item][d])))))
      .sort((a, b) => b - a);

  test.each([
    [4, [], {}],
    [3, [6, 20], {}],
    [5, [], { outliers: 0.1 }],
    [29, [], {}],
  ])('for %i items besides those judged (%j), with %j', async (budget, judged, options) => {
    const run = { options, judged: Uint32Array.from(judged), budget: { items: budget } };
    const { chosen, details } = await runSelector(kCenter, cloud, run);
    const distances = farthest([...chosen!, ...judged]);
    const { radius, radiusWithoutOutliers } = details as any;
    expectClose(radius, distances[0], { absolute: 1e-6 });
    if ('outliers' in options) expectClose(radiusWithoutOutliers, distances[2], { absolute: 1e-6 });
    else expect(radiusWithoutOutliers).toBeUndefined();
  });
});

describe('weights', () => {
  const three = datasetFromItems(
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [50, 50],
      [50, 51],
      [-60, 60],
    ].map((src) => ({ src: 'x', embedding: { src } })),
  );

  test('of k-means are the sizes of the clusters, larger clusters first', async () => {
    const { chosen, weights } = await runSelector(kMeans, three, { budget: { items: 3 } });
    expect([...chosen!]).toEqual([0, 3, 5]);
    expect([...weights!]).toEqual([3, 0, 0, 2, 0, 1]);
  });

  test('of k-medoids are shares of all items', async () => {
    const rows = [
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
      [0, 0, 9],
      [0, 0, 8],
    ];
    const scored = datasetFromItems(
      rows.map((row) => ({ scores: Object.fromEntries(row.map((m, s) => [`s${s}`, { m }])) })),
    );
    const { chosen, weights } = await runSelector(kMedoids, scored, { budget: { items: 2 } });
    // Of a pair the one nearer to all others is taken.
    expect([...chosen!]).toEqual([1, 4]);
    expect([...weights!]).toEqual([0, 3, 0, 0, 2]);
  });

  test('of k-medoids do not change when an item gets easier for all systems', async () => {
    const shifted = datasetFromItems(
      items.map((item, i) => ({
        scores: Object.fromEntries(
          Object.entries(item.scores!).map(([system, scores]) => [
            system,
            { m1: scores.m1! + 0.5 * (i % 7) },
          ]),
        ),
      })),
    );
    const run = (dataset: typeof data) =>
      runSelector(kMedoids, dataset, { options: metric, budget: { items: 8 } });
    expect([...(await run(shifted)).chosen!].sort()).toEqual([...(await run(data)).chosen!].sort());
  });
});

describe('bounds on groups', () => {
  const choose = (constraints: RunOptions['constraints'], budget: number) =>
    runSelector(facilityLocation, data, { constraints, budget: { items: budget } });
  const counts = (column: readonly (string | undefined)[], chosen: Uint32Array) => {
    const found: Record<string, number> = {};
    for (const item of chosen) found[column[item]!] = (found[column[item]!] ?? 0) + 1;
    return found;
  };

  test('hold for every domain and every document, and the bound says how near to the best the choice is', async () => {
    const { chosen, bound } = await choose(bounds(['domain:min=4,max=40%'], ['doc=2']), 18);
    const domains = counts(data.domains!, chosen!);
    expect(Object.keys(domains).sort()).toEqual([...new Set(data.domains)].sort());
    for (const count of Object.values(domains)) expect(count >= 4 && count <= 7).toBe(true);
    expect(Math.max(...Object.values(counts(data.documents!, chosen!)))).toBeLessThanOrEqual(2);
    const { utility, upper, gap } = bound!;
    expect(utility).toBeLessThanOrEqual(upper);
    expectClose(gap, 1 - utility / upper, { relative: 1e-9 });
    expect(gap).toBeLessThan(0.1);
  });

  test('may name one group, and be of length', async () => {
    const first = data.domains![0]!;
    const { chosen } = await choose(
      bounds([`domain=${first}:min=50%,max=60%`, 'length:bands=2,min=40%']),
      10,
    );
    expect([5, 6]).toContain(counts(data.domains!, chosen!)[first]);
    const lengths = Array.from(chosen!, (item) => data.sources![item]!.length);
    const median = data.sources!.map((text) => text!.length).sort((a, b) => a - b)[30];
    expect(lengths.filter((length) => length >= median).length).toBeGreaterThanOrEqual(4);
    expect(lengths.filter((length) => length < median).length).toBeGreaterThanOrEqual(4);
  });

  test('that clash are an error naming them', async () => {
    await expect(choose(bounds(['domain:min=6']), 10)).rejects.toThrow(
      /domain=.*:min=6, domain=.*:min=6 ask for 12 items, but there is room for 10: the budget of 10/,
    );
    await expect(choose(bounds([], ['doc=1']), 10)).rejects.toThrow(
      /the budget of 10 asks for 10 items, but there is room for 9: doc:max=1 in 9 groups/,
    );
    const rare = datasetFromItems(
      Array.from({ length: 20 }, (_, i) => ({
        src: `${i}`,
        domain: i < 6 ? 'rare' : 'common',
        doc: Math.floor(i / 3),
      })),
    );
    const constraints = bounds(['domain:min=5'], ['doc=2']);
    await expect(runSelector(facilityLocation, rare, { constraints, budget: { items: 10 } })).rejects.toThrow(
      /^domain=rare:min=5 asks for 5 items, but there is room for 4: doc=0:max=2, doc=1:max=2;/,
    );
    await expect(choose(bounds(['domain:min=3', 'domain:max=20%']), 10)).rejects.toThrow(
      /^domain=.*:min=3 asks for 3 items, but there is room for 2: domain=.*:max=2;/,
    );
  });

  test('of columns and groups that are not there are an error', async () => {
    await expect(choose(bounds(['language:min=2']), 10)).rejects.toMatchObject({ code: 'MISSING_GROUP' });
    await expect(choose(bounds(['domain=nowhere:min=2']), 10)).rejects.toMatchObject({
      code: 'UNKNOWN_GROUP',
    });
  });

  test('need their column and a budget in items', async () => {
    const plain = datasetFromItems([{ src: 'a' }, { src: 'b' }]);
    const constraints = bounds(['domain:min=1']);
    await expect(
      runSelector(facilityLocation, plain, { constraints, budget: { items: 1 } }),
    ).rejects.toMatchObject({
      code: 'MISSING_GROUP',
    });
    await expect(runSelector(facilityLocation, data, { constraints })).rejects.toMatchObject({
      code: 'BUDGET_NOT_IN_ITEMS',
    });
  });

  test('of columns that cross in three ways are an error', async () => {
    const crossing = datasetFromItems(
      Array.from({ length: 24 }, (_, i) => ({
        src: 'x'.repeat(1 + (i % 3)),
        domain: `domain ${i % 4}`,
        doc: Math.floor(i / 6),
      })),
    );
    const constraints = bounds(['domain:max=50%', 'length:max=60%'], ['doc=5']);
    await expect(
      runSelector(facilityLocation, crossing, { constraints, budget: { items: 6 } }),
    ).rejects.toThrow(/does not keep bounds by domain, length, doc, which cross in three ways/);
  });
});

describe('what items are compared by', () => {
  test('must be in the data; the error says what is', async () => {
    const noSources = datasetFromItems([{ tgt: { A: 'a', B: 'b' } }, { tgt: { A: 'c', B: 'd' } }]);
    const run = (options: object) => runSelector(kMeans, noSources, { options, budget: { items: 1 } });
    await expect(run({})).rejects.toThrow(/set the option "features" to "outputs" or "system"/);
    await expect(run({ features: 'scores' })).rejects.toMatchObject({ code: 'NO_FEATURES' });
    await expect(run({ features: 'system', system: 'Z' })).rejects.toMatchObject({ code: 'UNKNOWN_SYSTEM' });
    await expect(run({ features: 'outputs', embedding: 'data' })).rejects.toMatchObject({
      code: 'NO_VECTORS',
    });
  });

  test('must be there for every item', async () => {
    const gap = datasetFromItems([{ src: 'a' }, { id: 'gap', tgt: { A: 'x' } }]);
    const run = (options: object) => runSelector(kCenter, gap, { options });
    await expect(run({})).rejects.toThrow(/item "gap" has none/);
    await expect(run({ features: 'outputs' })).rejects.toMatchObject({ code: 'MISSING_OUTPUT' });
  });

  test('is vectors of the data where there are some, and n-grams otherwise', async () => {
    const given = datasetFromItems([
      { src: 'a', embedding: { src: [1] } },
      { src: 'b', embedding: { src: [2] } },
    ]);
    const from = async (dataset: typeof data, options = {}) =>
      ((await runSelector(kCenter, dataset, { options })).details as any).from;
    expect(await from(given)).toBe('sources, vectors of the data');
    expect(await from(given, { embedding: 'hashed', dimensions: 32 })).toBe(
      'sources, hashed-tf-idf-32-reduced-64',
    );
    expect(await from(data)).toBe('sources, hashed-tf-idf-8192-reduced-64');
  });

  test('a budget in cost units is an error for selectors that choose a given number', async () => {
    const costs = new Float64Array(data.size).fill(2);
    for (const selector of [kMeans, diffuse, kMedoids]) {
      const run = runSelector(selector, data, {
        options: selector === kMedoids ? metric : {},
        costs,
        budget: { cost: 9 },
      });
      await expect(run).rejects.toMatchObject({ code: 'BUDGET_NOT_IN_ITEMS' });
    }
    const ranked = await runSelector(facilityLocation, data, { costs, budget: { cost: 9 } });
    expect(ranked.chosen).toHaveLength(4);
  });
});

test('the hashed embedding puts texts of like spelling together', async () => {
  const texts = [
    'the cat sat on the mat',
    'a cat sat on a mat',
    'stock prices fell sharply',
    'prices of stock fell',
  ];
  const { chosen, weights } = await runSelector(kMeans, datasetFromItems(texts.map((src) => ({ src }))), {
    budget: { items: 2 },
  });
  expect([...chosen!].map((item) => Math.floor(item / 2)).sort()).toEqual([0, 1]);
  expect([...weights!].filter((weight) => weight > 0)).toEqual([2, 2]);
});

testWithShared('on wmt24 en-cs, bounds hold with little lost', ['data/wmt24_en-cs_esa.jsonl'], async () => {
  const wmt = datasetFromItems(readJsonLines(sharedPath('data/wmt24_en-cs_esa.jsonl')!));
  const run = (constraints?: RunOptions['constraints']) =>
    runSelector(facilityLocation, wmt, { constraints, budget: { items: 40 } });
  const free = (await run()).bound!;
  const { utility, gap } = (await run(bounds(['domain:min=4,max=40%', 'length:bands=3,min=25%'], ['doc=2'])))
    .bound!;
  expect(utility).toBeGreaterThan(0.98 * free.utility);
  expect(gap).toBeLessThan(0.02);
  await expect(run(bounds(['domain:min=5'], ['doc=2']))).rejects.toThrow(
    /domain=literary:min=5 asks for 5 items, but there is room for 4: doc=/,
  );
});

describe('another order of the items', () => {
  // Only items of which no two are alike in what is compared: among equals the order decides.
  const isFirst = (key: (item: Item) => unknown) => (item: Item) =>
    items.findIndex((other) => key(other) === key(item)) === items.indexOf(item);
  const distinct = items
    .filter(isFirst(({ src }) => src))
    .filter(isFirst(({ tgt }) => tgt!.sysC))
    .filter(({ tgt }) => new Set(Object.values(tgt!)).size > 1);
  const order = stream(3, 'order').shuffle(distinct.map((_, item) => item));

  test.each(cases)('gives the same choice by %s', async (_, selector, options, constraints) => {
    const choose = async (given: Item[]) => {
      const dataset = datasetFromItems(given);
      const { chosen } = await runSelector(selector, dataset, {
        options,
        constraints,
        budget: { items: 12 },
      });
      return Array.from(chosen!, (item) => dataset.ids[item]);
    };
    expect(await choose(order.map((item) => distinct[item]))).toEqual(await choose(distinct));
  });
});
