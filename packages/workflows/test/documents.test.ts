import { datasetFromItems } from '@goldpan/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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
  expect(await codes(99)).toEqual([['FEW_REPLICATES'], ['FEW_REPLICATES']]);
  expect(await codes(100)).toEqual([[], []]);
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
    return [planned, compared].map(({ data, warnings = [] }) => [
      data.items,
      warnings.map(({ text }) => text),
    ]);
  };
  const used =
    '46 of 52 cells of human (88.5 %) on all 26 items are used: each pair of systems is compared on the items that both have. --missing drop-items would leave 20 items.';
  expect(await said('pairwise')).toEqual([[26, [used]], [26, [used]]]); // prettier-ignore
  const left =
    '6 of 26 items (23.1 %) lack a score and were left out. Where only judgements are missing, --missing pairwise keeps them.';
  expect(await said('drop-items')).toEqual([[20, [left]], [20, [left]]]); // prettier-ignore
});
