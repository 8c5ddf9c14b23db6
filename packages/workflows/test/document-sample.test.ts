import { datasetFromItems } from '@goldpan/core';
import { expect, test } from 'vitest';
import { select } from '../src/index.js';

/** 13 documents of 1 to 5 items, three systems. */
const lengths = [3, 1, 5, 2, 4, 1, 3, 2, 5, 4, 1, 2, 3];
const items = lengths.flatMap((length, d) =>
  Array.from({ length }, (_, i) => ({
    id: `${d}-${i}`,
    src: `source ${'long '.repeat((d * 3) % 7)} ${i} of document ${d}`,
    doc: `d${d}`,
    domain: d % 3 === 0 ? 'chat' : 'news',
    scores: { A: { m: (d * 7 + i) % 5 }, B: { m: (d * d + 2 * i) % 6 }, C: { m: d + i } },
  })),
);
const data = datasetFromItems(items);
const designs = [
  ['sequential', {}],
  ['sequential', { utility: 'source-length' }],
  ['balanced', {}],
  ['stratified', { by: 'domain' }],
  ['stratified', { by: 'length', strata: 3 }],
  ['systematic', {}],
  ['safe', { utility: 'metric-variance', metric: 'm' }],
  ['safe', {}],
] as const;

test.each(designs.filter(([, options]) => !('metric' in options)))(
  '%s %j draws documents whole, with probabilities that are right',
  async (selector, options) => {
    const runs = 150;
    const drawn = new Map<string, number>();
    const probabilities = new Map<string, number>();
    for (let seed = 0; seed < runs; seed++) {
      const asked = { selector, options, budget: 15, keepDocuments: true, seed, junk: 'keep' as const };
      const { chosen, warnings = [] } = await select(data, asked);
      const documents = new Set(chosen.map(({ document }) => document));
      // 15 of 36 items: 5 of 13 documents.
      if (documents.size !== 5) expect(warnings).toEqual([]);
      expect(chosen).toHaveLength(items.filter(({ doc }) => documents.has(doc)).length);
      for (const { id, inclusion, weight } of chosen) {
        expect(weight).toBe(1 / inclusion!);
        drawn.set(id, (drawn.get(id) ?? 0) + 1);
        probabilities.set(id, inclusion!);
      }
    }
    for (const [id, p] of probabilities) {
      const spread = Math.sqrt(p * (1 - p) * runs);
      expect(Math.abs(drawn.get(id)! - p * runs)).toBeLessThan(5 * spread + 1);
    }
  },
);

test('how many items the documents hold is said, and that the budget is met on average', async () => {
  const { warnings } = await select(data, { selector: 'balanced', budget: 15, keepDocuments: true });
  expect(warnings).toMatchObject([
    {
      code: 'BUDGET_ON_AVERAGE',
      text: expect.stringMatching(
        /^5 of the 13 documents were drawn, which hold 13\.8 items on average; these hold \d+, of a budget of 15\./,
      ),
    },
  ]);
});

test('documents that the budget cannot hold are refused, whatever draws', async () => {
  const one = datasetFromItems(items.map((item) => ({ ...item, doc: 'all' })));
  for (const selector of [undefined, 'balanced', 'systematic', 'metric-variance'])
    await expect(
      select(one, {
        selector,
        budget: 15,
        keepDocuments: true,
        ...(selector === 'metric-variance' && { metric: 'm' }),
      }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/must fit into the budget|must pay for at least one item/),
    });
  await expect(select(data, { selector: 'balanced', budget: 2, keepDocuments: true })).rejects.toMatchObject({
    code: 'NO_DOCUMENT_FITS',
    message: expect.stringContaining('it is 2 items, and the 13 documents of 36 items have 2.8 on average'),
  });
});
