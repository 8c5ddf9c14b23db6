import { datasetFromItems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { plan } from '../src/index.js';

/** A metric that follows the judgements, one that does not, and outputs of which every fourth item has a repeated one. */
const items = Array.from({ length: 43 }, (_, i) => {
  const cells = [0, 1, 2, 3].map((s) => ({ human: s + ((i * (s + 2)) % 9), noise: (i * i + s * 3) % 5 }));
  return {
    id: `i${i}`,
    tgt: Object.fromEntries(cells.map((_, s) => [`S${s}`, i % 4 === 0 && s < 2 ? 'same' : `${i} ${s}`])),
    scores: Object.fromEntries(cells.map((cell, s) => [`S${s}`, { ...cell, m: cell.human + (i % 3) }])),
  };
});
const data = datasetFromItems(items);
const run = { goal: 'kendall=0.9', replicates: 6, sizes: '20%,50%', workers: 0 };

test('without a selector campaigns are planned: random items and the estimate first, plain means last', async () => {
  const result = await plan(data, run);
  const { campaigns = [], selector, estimate, unit, sentence, size, random, warnings = [] } = result;
  expect([selector, estimate, unit]).toEqual(['random', 'shrunk', 'judgements']);
  expect(campaigns.map((one) => [one.selector, one.estimate])).toEqual([
    ['random', 'shrunk'],
    ...Array.from({ length: 7 }, () => ['half-picked', 'shrunk']),
    ['random', 'mean'],
  ]);
  expect(campaigns[0].size).toEqual(size);
  const { neverReached: _, ...plain } = random;
  expect(campaigns[8].size).toEqual(plain);
  expect(campaigns.map(({ ratio }) => ratio !== undefined)).toEqual([
    false,
    ...Array.from({ length: 7 }, () => true),
    false,
  ]);
  // Of four outputs of an item a quarter of the items has three that are distinct.
  expect(size.cost! / size.median!).toBeGreaterThan(3.5);
  expect(size.cost! / size.median!).toBeLessThan(4);
  expect(sentence).toMatch(
    /^To match the full human result \(kendall=0\.9\), have about \d+ of 43 items judged, drawn at random and read by `goldpan rank` \(the shrunk estimate\): about \d+ judgements of distinct outputs; nine in ten test sets like this need \d+ to (more than )?\d+\. Plain means of random items need (about|more than) \d+\. (Of 7 ways to pick half of the items none is shown to need fewer|For ranks alone, half of the items picked by )/,
  );
  expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['SMALL_PILOT', 'FEW_REPLICATES']));
});

test('costs that are asked for stay, and without outputs sizes are in items', async () => {
  const plain = datasetFromItems(items.map(({ tgt: _, ...item }) => item));
  expect((await plan(plain, run)).unit).toBe('items');
  expect((await plan(data, { ...run, cost: 'uniform', costOptions: { each: 2, unit: 'EUR' } })).unit).toBe(
    'EUR',
  );
});

test('what cannot be estimated is planned by plain means, and so it is where that is asked for', async () => {
  const judged = datasetFromItems(
    items.map(({ scores, ...item }) => ({
      ...item,
      scores: Object.fromEntries(Object.entries(scores).map(([system, { human }]) => [system, { human }])),
    })),
  );
  for (const asked of [await plan(judged, run), await plan(data, { ...run, estimate: 'mean' })])
    expect([asked.campaigns, asked.selector, asked.estimate]).toEqual([undefined, 'random', undefined]);
  await expect(plan(data, { ...run, metric: 'm' })).rejects.toMatchObject({ code: 'NO_SUCH_OPTION' });
});
