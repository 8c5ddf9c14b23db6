import { datasetFromItems, type Warning } from '@goldpan/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compare, fitCost, plan, select } from '../src/index.js';

const score = (item: number, system: number) => ((item * 7 + system * 5) % 11) / 10;
const items = Array.from({ length: 26 }, (_, i) => ({
  id: `i${i}`,
  src: `${'word '.repeat(1 + ((i * 5) % 9))}${i}`,
  domain: i % 3 === 0 ? 'news' : 'chat',
  cost: 12 + 3 * ((i * 5) % 9) + (i % 2),
  scores: { A: { human: score(i, 1), m: score(i, 2) }, B: { human: score(i, 2) + 0.1, m: score(i, 3) } },
}));
const data = datasetFromItems(items);

test('documents of simulations warn of few replicates, beside what else they warn of', async () => {
  const codes = async (replicates: number) => {
    const run = { replicates, workers: 0 };
    const compared = await compare(data, { ...run, selectors: ['random'], holdoutSystems: undefined });
    const planned = await plan(data, {
      ...run,
      selector: 'metric-variance',
      metric: 'm',
      target: 'm',
      goal: 'same-best',
    });
    return [compared, planned].map(({ warnings = [] }) => warnings.map(({ code }) => code));
  };
  expect(await codes(99)).toEqual([['FEW_REPLICATES'], ['SMALL_PILOT', 'FEW_REPLICATES']]);
  expect(await codes(100)).toEqual([[], ['SMALL_PILOT']]);
});

test('a document that is an option of a cost model may be the name of a file, in either way to say it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goldpan-costs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'cost.json');
  const { parts } = await fitCost(data, { unit: 'seconds', out: file });
  expect(parts).toHaveLength(5);
  const costsWith = async (cost: string, costOptions = {}) => {
    const { chosen } = await select(data, { selector: 'random', cost, costOptions, budget: '60 s' });
    return chosen.map(({ cost }) => cost);
  };
  const costs = await costsWith(`model:${file}`);
  expect(costs.length).toBeGreaterThan(2);
  expect(await costsWith('fitted', { model: file })).toEqual(costs);
  await expect(costsWith('fitted', { model: join(folder, 'none.json') })).rejects.toMatchObject({
    code: 'OPTION_FILE_FAILS',
  });
});

test('an explanation says who kept the bounds', async () => {
  const explained = async (group?: string) => {
    const selector = 'facility-location';
    const { explanation } = await select(data, {
      selector,
      budget: 5,
      explain: true,
      ...(group && { group: [group] }),
    });
    return explanation;
  };
  expect(await explained()).toContain('no constraint had a say');
  expect(await explained('domain:max=60%')).toContain('the selector kept the bounds on groups');
});

test('documents say how much of the data is used where judgements are missing, and what else could be', async () => {
  const holed = datasetFromItems(
    items.map((item, i) =>
      i % 5 === 0 ? { ...item, scores: { ...item.scores, B: { ...item.scores.B, human: null } } } : item,
    ),
  );
  const run = { replicates: 100, workers: 0, target: 'human' } as const;
  const said = async (missing: 'drop-items' | 'pairwise') => {
    const planned = await plan(holed, { ...run, missing, selector: 'metric-variance', metric: 'm' });
    const compared = await compare(holed, { ...run, missing, selectors: ['metric-variance'] });
    const textsOf = (warnings: readonly Warning[] = []) =>
      warnings.filter(({ code }) => code !== 'SMALL_PILOT').map(({ text }) => text);
    return [planned, compared].map(({ data, warnings }) => [data.items, textsOf(warnings)]);
  };
  const used =
    '46 of 52 cells of human (88.5 %) on all 26 items are used: each pair of systems is compared on the items that both have. --missing drop-items would leave 20 items.';
  expect(await said('pairwise')).toEqual([[26, [used]], [26, [used]]]); // prettier-ignore
  const left =
    '6 of 26 items (23.1 %) lack a score and were left out. Where only judgements are missing, --missing pairwise keeps them.';
  expect(await said('drop-items')).toEqual([[20, [left]], [20, [left]]]); // prettier-ignore
});

describe('a comparison for which nobody says who takes part', () => {
  const outputs = (i: number) => ({ A: `a ${i % 4} ${'x'.repeat(i % 5)}`, B: `b ${i % 3}` });
  const rich = datasetFromItems(
    items.map((item, i) => {
      const { A, B } = item.scores;
      const more = (one: object, s: number) => ({ ...one, n: score(i, s + 3), near: score(i, s + 1) + 0.01 });
      return { ...item, tgt: outputs(i), scores: { A: more(A, 0), B: more(B, 1) } };
    }),
  );
  const run = { replicates: 3, workers: 0, sizes: '20%,40%' } as const;

  test('has at most twelve contestants, on the best metric and the composite, and says of how many', async () => {
    const { selectors, warnings = [] } = await compare(rich, run);
    expect(selectors).toHaveLength(12);
    const metrics = selectors.flatMap(({ options }) => (options as { metric?: string }).metric ?? []);
    expect(new Set(metrics)).toEqual(new Set(['near', 'composite']));
    expect(warnings[0]).toMatchObject({
      code: 'CONTESTANTS_CHOSEN',
      text: expect.stringMatching(/^12 of \d+ possible contestants take part, on near and composite:/),
    });
  });

  test('takes all on request, and those that are named as they are', async () => {
    const all = await compare(rich, { ...run, selectors: 'all', sizes: '30%' });
    expect(all.selectors.length).toBeGreaterThan(12);
    const named = await compare(rich, { ...run, metrics: ['n'], selectors: ['metric-variance'] });
    expect(named.selectors.map(({ options }) => options)).toEqual([{ metric: 'n' }]);
    expect([all, named].flatMap(({ warnings = [] }) => warnings.map(({ code }) => code))).not.toContain(
      'CONTESTANTS_CHOSEN',
    );
  });

  test('names the best choice at each size where there are several', async () => {
    const { bySize, selectors, random } = await compare(rich, { ...run, metrics: ['n', 'near'] });
    expect(bySize!.map(({ size }) => size)).toEqual(random.curve.map(({ size }) => size));
    bySize!.forEach(({ gain, selector, options }, k) => {
      expect(gain.low).toBe(Math.max(...selectors.map(({ gains }) => gains![k].low!)));
      expect(selectors.map(({ name, options: of }) => [name, of])).toContainEqual([selector, options]);
    });
    expect(await compare(rich, { ...run, metrics: ['n'], sizes: '30%' })).not.toHaveProperty('bySize');
  });

  test('with a budget compares campaigns as rank reads them, random items first', async () => {
    const { estimate, plain, random, selectors, recommendation } = await compare(rich, {
      ...run,
      budget: '30%',
    });
    expect(estimate).toBe('shrunk');
    expect(new Set(selectors.map(({ name }) => name))).toEqual(new Set(['half-picked']));
    expect(plain!.curve.map(({ size }) => size)).toEqual(random.curve.map(({ size }) => size));
    expect(plain!.mean).not.toBe(random.mean);
    if (recommendation.selector === null)
      expect(recommendation.reason).toMatch(
        /^Select at random and read the judgements by `goldpan rank`: that reaches 0\.\d{3} with 7 items where plain means reach 0\.\d{3}/,
      );
    const { estimate: none, plain: without } = await compare(rich, {
      ...run,
      budget: '30%',
      estimate: 'mean',
    });
    expect([none, without]).toEqual([undefined, undefined]);
  });

  test('is about one size where a budget is given, and its recommendation says so', async () => {
    const { random, recommendation } = await compare(rich, { ...run, selectors: ['random'], budget: '30%' });
    expect(random.curve.map(({ size }) => size)).toEqual([7]);
    expect(recommendation.reason).toContain('with 7 items');
    for (const [budget, says] of [
      ['400', 'budget "400" must be at most the'],
      ['0', 'budget "0" must be above 0'],
    ])
      await expect(compare(rich, { ...run, budget })).rejects.toMatchObject({
        code: 'INVALID_BUDGET',
        message: expect.stringContaining(says),
      });
  });

  test('names the selectors that were asked for and cannot take part', async () => {
    const { warnings, skipped } = await compare(rich, { ...run, selectors: ['random', 'half-picked'] });
    expect(skipped).toEqual([{ name: 'half-picked', why: 'needs the option utility' }]);
    expect(warnings!.find(({ code }) => code === 'SELECTOR_SKIPPED')!.text).toMatch(
      /^half-picked took no part: it needs the option utility\. .*--also "half-picked /,
    );
  });
});
