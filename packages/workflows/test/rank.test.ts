import { datasetFromItems, stream, type Item, type RankDocument } from '@goldpan/core';
import { expect, test } from 'vitest';
import { rank, type RankQuestion } from '../src/index.js';

interface Made {
  readonly items?: number;
  readonly judged?: number;
  readonly systems?: readonly string[];
  readonly metrics?: number;
  readonly column?: string;
  readonly extra?: (item: number) => object;
}

/** Items whose systems differ by 0.5 in truth, with metrics that know of it; some of them judged. */
function madeItems(made: Made = {}): Item[] {
  const { items = 40, judged = 12, systems = ['A', 'B', 'C'], metrics = 1, column = 'human', extra } = made;
  return Array.from({ length: items }, (_, i) => {
    const rng = stream(5, 'item', i);
    const cell = (s: number) => {
      const truth = 4 - 0.5 * s + 2 * (rng.next() - 0.5);
      const names = Array.from({ length: metrics }, (_, k) => [`m${k}`, truth + rng.next()]);
      return { ...Object.fromEntries(names), ...(i < judged && { [column]: truth }) };
    };
    const scores = Object.fromEntries(systems.map((name, s) => [name, cell(s)]));
    return { id: `item ${i}`, scores, ...extra?.(i) };
  });
}

const ranked = (items: readonly Item[], options: RankQuestion = {}) =>
  rank(datasetFromItems(items, { columns: ['goldpan.selector', 'goldpan.inclusion'] }), options);
const codes = ({ warnings = [] }: RankDocument) => warnings.map(({ code }) => code);

test('the best of systems that differ is named, with ranks, pairs and what more items are worth', async () => {
  const result = await ranked(madeItems());
  const { systems, pairs, more, verdict, judged, outlook, carrying, order } = result;
  expect(systems.map(({ name, rank }) => [name, rank.best])).toEqual([
    ['A', 1],
    ['B', 2],
    ['C', 3],
  ]);
  expect(systems.every(({ low, estimate, high }) => low! < estimate && estimate < high!)).toBe(true);
  expect(systems.reduce((sum, { pBest }) => sum + pBest, 0)).toBeCloseTo(1, 9);
  expect(pairs.map(({ a, b }) => a + b)).toEqual(['AB', 'AC', 'BC']);
  expect(more).toHaveLength(2);
  expect(verdict.best).toBe('A');
  expect(judged).toEqual({ items: 12, cells: 36, missing: 0, unit: 'item', units: 12 });
  expect(outlook[0].items).toBe(12);
  expect(outlook.at(-1)!.items).toBe(39);
  expect(carrying).toHaveLength(10);
  expect(order!.difference).toBeCloseTo(systems[0].estimate - systems[1].estimate, 12);
  expect(JSON.stringify(result)).not.toMatch(/null,"high"|NaN/);
});

test('every system has its chance to be among the k best, and every pair p-values adjusted over all pairs', async () => {
  const { systems, pairs } = await ranked(madeItems({ judged: 7, systems: ['A', 'B', 'C', 'D'] }));
  for (const { pTop, pBest } of systems) {
    expect(pTop[0]).toBe(pBest);
    expect(pTop.at(-1)).toBeCloseTo(1, 12);
    expect([...pTop].sort((one, other) => one - other)).toEqual(pTop);
  }
  systems.forEach((_, k) =>
    expect(systems.reduce((sum, { pTop }) => sum + pTop[k], 0)).toBeCloseTo(k + 1, 9),
  );
  // As R's p.adjust, written out: sorted, times what is left (Holm) or over the place (Benjamini and Hochberg), kept monotone.
  const ascending = [...pairs].sort((one, other) => one.p - other.p);
  ascending.forEach(({ p, pHolm, pBenjaminiHochberg }, at) => {
    const holm = Math.max(...ascending.slice(0, at + 1).map((one, i) => one.p * (ascending.length - i)));
    const falseShare = ascending.slice(at).map((one, i) => (one.p * ascending.length) / (at + i + 1));
    expect(pHolm).toBeCloseTo(Math.min(1, holm), 12);
    expect(pBenjaminiHochberg).toBeCloseTo(Math.min(1, ...falseShare), 12);
    expect(p <= pBenjaminiHochberg && pBenjaminiHochberg <= pHolm).toBe(true);
  });
});

test('a pair is turned as its systems rank, whatever the order of the data', async () => {
  const items = madeItems({ systems: ['A', 'B', 'C'] });
  const turned = items.map((item) => ({
    ...item,
    scores: Object.fromEntries(Object.entries(item.scores!).reverse()),
  }));
  const [one, other] = [await ranked(items), await ranked(turned)];
  expect(other.pairs.map(({ a, b }) => [a, b])).toEqual(one.pairs.map(({ a, b }) => [a, b]));
  for (const [k, pair] of one.pairs.entries()) {
    expect(other.pairs[k].difference).toBeCloseTo(pair.difference, 9);
    expect(other.pairs[k].low).toBeCloseTo(pair.low, 9);
    expect(other.pairs[k].pBetter).toBeCloseTo(pair.pBetter, 9);
  }
});

test('the same question has the same answer, to the byte', async () => {
  const ask = async () => JSON.stringify(await ranked(madeItems(), { seed: 3 }));
  expect(await ask()).toBe(await ask());
});

test('an item that carries the order is told with its effect: leaving it out gives what is said', async () => {
  const items = madeItems({ metrics: 0 });
  const { carrying, systems } = await ranked(items);
  const without = await ranked(
    items.map((item, i) => (item.id === carrying[0].id ? madeItems({ metrics: 0, judged: 0 })[i] : item)),
  );
  const difference = (document: RankDocument) => {
    const of = (name: string) => document.systems.find((system) => system.name === name)!.estimate;
    return of(systems[0].name) - of(systems[1].name);
  };
  expect(difference(without)).toBeCloseTo(carrying[0].without!, 9);
});

test('within a margin a leader that is not surely first can be good enough', async () => {
  const items = madeItems({ judged: 8, metrics: 0 });
  const strict = await ranked(items, { level: 0.999 });
  expect(strict.verdict.decided).toBe(false);
  const { verdict, pairs } = await ranked(items, { level: 0.999, margin: 9 });
  expect(verdict.decided).toBe(true);
  expect(verdict.text).toMatch(/^A is best or within 9 of the best/);
  expect(pairs.every(({ pEquivalent }) => pEquivalent! < 0.001)).toBe(true);
});

test('several criteria are ranked one by one, and people’s columns are no metrics', async () => {
  const items = madeItems({ column: 'human_fluency', metrics: 2 }).map((item, i) => ({
    ...item,
    scores: Object.fromEntries(
      Object.entries(item.scores!).map(([name, cells]) => [
        name,
        { ...cells, ...(i < 20 && { human_truth: name === 'C' ? 9 + (i % 2) : i % 3 }) },
      ]),
    ),
  }));
  const { criterion, others, metrics, judged } = await ranked(items);
  expect([criterion, ...others!.map((one) => one.criterion)]).toEqual(['human_fluency', 'human_truth']);
  expect([judged.items, others![0].judged.items]).toEqual([12, 20]);
  expect(others![0].verdict).toMatchObject({ best: 'C', decided: true });
  expect(metrics.names).toEqual(['m0', 'm1']);
  const one = await ranked(items, { target: 'human_truth' });
  expect([one.criterion, one.others]).toEqual(['human_truth', undefined]);
});

test('domains are told apart, and the worst of the leader is named', async () => {
  const items = madeItems({ judged: 30, extra: (i) => ({ domain: i % 3 === 0 ? 'hard' : 'easy' }) }).map(
    (item) => ({
      ...item,
      scores: Object.fromEntries(
        Object.entries(item.scores!).map(([name, cells]) => [
          name,
          {
            ...cells,
            ...(cells.human !== undefined && { human: cells.human! - (item.domain === 'hard' ? 3 : 0) }),
          },
        ]),
      ),
    }),
  );
  const { domains, worstDomain } = await ranked(items);
  expect(domains!.map(({ name, judged }) => [name, judged])).toEqual([
    ['hard', 10],
    ['easy', 20],
  ]);
  expect(worstDomain).toBe('hard');
});

test('in a domain that is judged whole the estimate is the mean of what was judged', async () => {
  const items = madeItems({
    items: 30,
    judged: 30,
    extra: (i) => ({ domain: i % 3 === 0 ? 'hard' : 'easy' }),
  });
  const { domains } = await ranked(items);
  const judged = items.filter(({ domain }) => domain === 'hard').map(({ scores }) => scores!.A.human!);
  const mean = judged.reduce((sum, value) => sum + value, 0) / judged.length;
  expect(domains![0].estimates[0]).toBeCloseTo(mean, 12);
  expect(domains!.map(({ standardErrors }) => standardErrors[0])).toEqual([0, 0]);
  expect(domains!.map(({ means }) => means)).toEqual(domains!.map(({ estimates }) => estimates));
});

test('where all is judged the answer speaks of these items, and of no chance', async () => {
  const all = madeItems({ items: 30, judged: 30, metrics: 0 });
  const { verdict } = await ranked(all);
  expect(verdict.decided).toBe(true);
  expect(verdict.text).toBe(
    'A is best on these 30 items: all of them are judged. How sure that is for other texts like these, it does not say.',
  );
  expect((await ranked(all, { population: 'like-these' })).verdict.text).toMatch(/P [=>] /);
});

test('a margin as wide as the judgements is told of', async () => {
  const items = madeItems({ judged: 8 });
  const codes = async (margin: number) => (await ranked(items, { margin })).warnings!.map(({ code }) => code);
  expect(await codes(100)).toContain('MARGIN_TOO_WIDE');
  expect(await codes(0.5)).not.toContain('MARGIN_TOO_WIDE');
});

test('what is to be shown is written down, and nothing where nothing was asked', async () => {
  const items = madeItems({ judged: 8 });
  expect((await ranked(items)).shown).toBeUndefined();
  expect((await ranked(items, { top: 2, pairs: true })).shown).toEqual({ top: 2, pairs: true });
  for (const top of [0, 1.5, NaN])
    await expect(ranked(items, { top })).rejects.toMatchObject({ code: 'INVALID_BEST_COUNT' });
});

test('whole documents that were judged are the units', async () => {
  const items = madeItems({ extra: (i) => ({ doc: `d${Math.floor(i / 3)}` }) });
  const { judged, order, warnings } = await ranked(items);
  expect(judged).toMatchObject({ unit: 'document', units: 4 });
  expect(order!.documentsThatTurn).toBeDefined();
  expect(warnings!.map(({ code }) => code)).toContain('FEW_DOCUMENTS');
});

test('a system that nobody judged is listed, not ranked', async () => {
  const items = madeItems({ systems: ['A', 'B', 'C', 'D', 'E'] });
  for (const item of items) delete (item.scores!.D as { human?: number }).human;
  const result = await ranked(items);
  expect(result.systems.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'E']);
  expect(result.unjudged.map(({ name }) => name)).toEqual(['D']);
  expect(result.unjudged[0].predicted).toEqual(expect.any(Number));
  expect(codes(result)).toContain('SYSTEMS_NOT_JUDGED');
});

const PICKED = { goldpan: { selector: 'metric-variance', rank: 1 } };
const drawn = (item: number) => ({
  goldpan: { selector: 'sequential', inclusion: item % 2 ? 0.2 : 0.4, weight: 1 },
});

test.each<[string, Made, string, string[]]>([
  ['by nothing that is recorded', {}, 'assumed', ['DESIGN_ASSUMED']],
  ['by utility', { extra: (i) => (i < 12 ? PICKED : {}) }, 'picked', ['PICKED_ITEMS']],
  ['at random', { extra: (i) => (i < 12 ? { goldpan: { selector: 'random', rank: i } } : {}) }, 'drawn', []],
  ['with unequal probabilities', { extra: (i) => (i < 12 ? drawn(i) : {}) }, 'drawn', []],
  [
    'with probabilities, not all of them judged',
    { extra: (i) => (i < 15 ? drawn(i) : {}) },
    'drawn',
    ['PARTLY_JUDGED'],
  ],
  ['all of them', { judged: 40 }, 'all', ['ALL_JUDGED']],
])('items chosen %s', async (_, made, kind, warnings) => {
  const result = await ranked(madeItems(made));
  expect(result.design.kind).toBe(kind);
  expect(codes(result)).toEqual(warnings);
});

test('unequal probabilities weigh: items that were less likely count for more', async () => {
  const items = madeItems({ metrics: 0, extra: (i) => (i < 12 ? drawn(i) : {}) });
  const { systems, design } = await ranked(items);
  expect(design).toEqual({ kind: 'drawn', selectors: ['sequential'], weighted: true });
  const weights = Array.from({ length: 12 }, (_, i) => (i % 2 ? 1 / 0.2 : 1 / 0.4));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = weights.reduce((total, weight, i) => total + weight * items[i].scores!.A.human!, 0) / sum;
  expect(systems.find(({ name }) => name === 'A')!.estimate).toBeCloseTo(mean, 9);
});

test('a file of the chosen items alone speaks of texts like these, unless it is told otherwise', async () => {
  const items = madeItems({
    items: 12,
    extra: () => ({ goldpan: { selector: 'random', rank: 1 } }),
  });
  const result = await ranked(items);
  expect([result.population, codes(result)]).toEqual(['like-these', ['POOL_ABSENT']]);
  expect(result.systems[0].low).toBeLessThan(result.systems[0].estimate);
  expect((await ranked(items, { population: 'all' })).population).toBe('all');
});

test('a judged file is joined to its pool by id and system, and its judgements are the ones that count', async () => {
  const pool = madeItems({ judged: 40 });
  const judged = madeItems({ items: 15, judged: 15 })
    .reverse()
    .map((item) => ({ ...item, scores: Object.fromEntries(Object.entries(item.scores!).reverse()) }));
  const joined = await ranked(pool, { judged: datasetFromItems(judged) });
  expect(joined).toMatchObject({ judged: { items: 15 }, judgedData: { items: 15 }, data: { items: 40 } });
  const { systems } = await ranked(madeItems({ judged: 15 }));
  expect(joined.systems.map(({ name, estimate }) => [name, estimate])).toEqual(
    systems.map(({ name, estimate }) => [name, estimate]),
  );
  expect(codes(joined)).toEqual(['DESIGN_ASSUMED']);
});

test('cells that differ between the files are told of', async () => {
  const judged = madeItems({ items: 15, judged: 15 });
  const mended = judged.map((item, i) =>
    i === 3 ? { ...item, scores: { ...item.scores, B: { ...item.scores!.B, m0: 77 } } } : item,
  );
  const { warnings } = await ranked(madeItems(), { judged: datasetFromItems(mended) });
  expect(warnings![0].code).toBe('DIFFERING_CELLS');
  expect(warnings![0].text).toMatch(/^1 cells of "m0" differ .*item "item 3", system "B".*77/);
});

test.each([
  ['item', madeItems({ items: 41, judged: 41 }), 'item 40'],
  ['system', madeItems({ items: 3, judged: 3, systems: ['A', 'Z'] }), 'Z'],
])('a judged %s that the pool does not have is named', async (what, judged, name) => {
  await expect(ranked(madeItems(), { judged: datasetFromItems(judged) })).rejects.toMatchObject({
    code: 'JUDGED_NOT_IN_POOL',
    fields: { [what]: name },
  });
});

test('a pool and a judged file that look swapped are told so', async () => {
  const few = madeItems({ items: 7, judged: 7 });
  const swapped = ranked(few, { judged: datasetFromItems(madeItems()) });
  await expect(swapped).rejects.toThrow(/the two look swapped/);
  const other = madeItems({ items: 41, judged: 41 }).slice(30);
  await expect(ranked(madeItems(), { judged: datasetFromItems(other) })).rejects.toThrow(
    /were chosen from, first/,
  );
});

test.each([0, 1])('%i judged items are too few to say anything', async (judged) => {
  const items = madeItems({ judged: 1 });
  if (judged === 0)
    for (const cells of Object.values(items[0].scores!)) Object.assign(cells, { human: null });
  await expect(ranked(items)).rejects.toMatchObject({ code: 'TOO_FEW_ITEMS' });
});

test('of one system the mean is told, and nothing is ranked', async () => {
  const result = await ranked(madeItems({ systems: ['A'] }));
  expect(codes(result)).toContain('ONE_SYSTEM');
  expect(result).toMatchObject({ pairs: [], more: [], outlook: [], carrying: [], detectable: null });
  expect(result.verdict).toMatchObject({ best: 'A', decided: false });
  expect(result.verdict.text).toMatch(/^There is one system, A: its mean is /);
});

test('equal judgements rank nobody', async () => {
  const items = madeItems();
  for (const [i, item] of items.entries())
    for (const cells of Object.values(item.scores!)) Object.assign(cells, { human: i < 12 ? 3 : null });
  const result = await ranked(items);
  expect(codes(result)).toContain('EQUAL_JUDGEMENTS');
  expect(result.systems.map(({ rank }) => [rank.best, rank.low, rank.high])).toEqual([
    [1, 1, 3],
    [1, 1, 3],
    [1, 1, 3],
  ]);
  expect(result.verdict.decided).toBe(false);
  expect(result.verdict.text).toContain('Nothing tells A and B apart: their judgements come to the same.');
});

test('systems whose means tie share the probability of being best, whatever the last bit of their sums', async () => {
  const scores = [
    [0.1, 0.3, 0.2],
    [0.2, 0.1, 0.3],
    [0.3, 0.2, 0.1],
  ];
  const items = scores.map(([a, b, c], id) => ({
    id,
    scores: { A: { human: a }, B: { human: b }, C: { human: c }, D: { human: -1 } },
  }));
  const result = await ranked(items);
  expect(result.systems.map(({ name, pBest }) => [name, Math.round(1e9 * pBest)])).toEqual([
    ['A', 333333333],
    ['B', 333333333],
    ['C', 333333333],
    ['D', 0],
  ]);
  expect(result.verdict.decided).toBe(false);
});

test('without metrics, with constant ones and with more of them than can be weighed, plain means are still told', async () => {
  expect(codes(await ranked(madeItems({ metrics: 0 })))).toContain('NO_METRICS');
  const constant = madeItems();
  for (const item of constant)
    for (const cells of Object.values(item.scores!)) Object.assign(cells, { m0: 1 });
  const result = await ranked(constant);
  expect(codes(result)).toContain('CONSTANT_METRIC');
  expect(result.systems.every(({ estimate, mean }) => Math.abs(estimate - mean) < 1e-9)).toBe(true);
  expect(codes(await ranked(madeItems({ judged: 6, metrics: 30 })))).toContain('MANY_METRICS');
});

test('more systems than judged items are ranked', async () => {
  const systems = Array.from({ length: 9 }, (_, s) => `S${s}`);
  const result = await ranked(madeItems({ judged: 6, systems }));
  expect(result.systems).toHaveLength(9);
  expect(result.pairs).toHaveLength(36);
});

test('a metric with a missing cell is left out, by name', async () => {
  const items = madeItems({ metrics: 2 });
  Object.assign(items[30].scores!.B, { m1: null });
  const result = await ranked(items);
  expect(result.metrics.names).toEqual(['m0']);
  expect(result.warnings![0].code).toBe('METRICS_LEFT_OUT');
  expect(result.warnings![0].text).toContain('"m1"');
});

test('cells that are missing in judged items are told of, with what they could change', async () => {
  const items = madeItems({ judged: 20 });
  for (const i of [2, 5, 11]) Object.assign(items[i].scores!.C, { human: null });
  const result = await ranked(items);
  expect(result.judged).toMatchObject({ items: 20, cells: 57, missing: 3 });
  expect(result.missing!.cells).toBe(3);
  expect(codes(result)).toContain('MISSING_CELLS');
});

test('systems that no item joins cannot be ranked together', async () => {
  const items = madeItems({ systems: ['A', 'B', 'C', 'D'] });
  for (const [i, item] of items.entries())
    for (const name of i % 2 ? ['A', 'B'] : ['C', 'D']) Object.assign(item.scores![name], { human: null });
  await expect(ranked(items)).rejects.toMatchObject({ code: 'DISCONNECTED_SYSTEMS' });
});

test.each([0, -1, NaN])('a margin of %d is refused', async (margin) => {
  await expect(ranked(madeItems(), { margin })).rejects.toMatchObject({ code: 'INVALID_MARGIN' });
});

test('a target or an estimator that is not there is refused by name', async () => {
  await expect(ranked(madeItems(), { target: 'humann' })).rejects.toMatchObject({ code: 'NO_TARGET' });
  await expect(ranked(madeItems(), { estimate: 'median' })).rejects.toMatchObject({
    code: 'UNKNOWN_ESTIMATOR',
  });
});

test('criteria beside the column that is ranked by are named, unless one was asked for', async () => {
  const items = madeItems().map((item, i) => ({
    ...item,
    scores: Object.fromEntries(
      Object.entries(item.scores!).map(([name, cells]) => [
        name,
        i < 12 ? { ...cells, human_style: i % 3, human_facts: i % 4 } : cells,
      ]),
    ),
  }));
  const { warnings = [] } = await ranked(items);
  expect(warnings.find(({ code }) => code === 'OTHER_CRITERIA')!.text).toBe(
    'Ranked by human; people also judged style, facts: name one of them (criterion), or overall for the mean of all.',
  );
  expect(codes(await ranked(items, { criterion: 'style' }))).not.toContain('OTHER_CRITERIA');
  expect(codes(await ranked(items, { target: 'human' }))).not.toContain('OTHER_CRITERIA');
  expect(codes(await ranked(madeItems()))).not.toContain('OTHER_CRITERIA');
  expect(codes(await ranked(madeItems({ column: 'human_style' })))).not.toContain('OTHER_CRITERIA');
});

test('how far best guesses were moved is said: not at all of few systems, or by an estimator that does not shrink', async () => {
  const items = madeItems({ systems: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] });
  expect((await ranked(items)).metrics.shrinkage).toBeGreaterThan(0);
  expect((await ranked(madeItems())).metrics.shrinkage).toBe(0);
  expect((await ranked(items, { estimate: 'regression' })).metrics.shrinkage).toBe(0);
});
