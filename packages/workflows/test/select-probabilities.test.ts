import { datasetFromItems, stream, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { rank, select, type SelectQuestion } from '../src/index.js';

/** 36 items of two domains, of which 5 have no words in the source and by far the widest spread of scores. */
const items = Array.from({ length: 36 }, (_, i) => {
  const isJunk = i % 7 === 4;
  const spread = isJunk ? 9 : stream(3, 'probabilities', i).next();
  return {
    id: `i${i}`,
    src: isJunk ? `@user${i}` : `Sentence number ${i} is about ${'abcdefghij'[i % 10].repeat(3 + (i % 11))}.`,
    domain: i % 3 === 0 ? 'chat' : 'news',
    scores: { A: { m: 0 }, B: { m: spread } },
  };
});
const data = datasetFromItems(items);
const isJunk = (id: string) => Number(id.slice(1)) % 7 === 4;

test.each<[string, SelectQuestion]>([
  ['sequential', { options: { utility: { selector: 'metric-variance', options: { metric: 'm' } } } }],
  ['safe', { options: { utility: { selector: 'metric-variance', options: { metric: 'm' } } } }],
  ['stratified', { options: { by: 'metric', metric: 'm', allocation: 'neyman', strata: 3 } }],
])(
  '%s draws junk apart where it would get more than its share, with probabilities that are kept',
  async (selector, question) => {
    const runs = 400;
    const times = new Map<string, number>();
    const written = new Map<string, number>();
    const add = (to: Map<string, number>, id: string, by: number) => to.set(id, (to.get(id) ?? 0) + by);
    for (let seed = 0; seed < runs; seed++) {
      const { chosen, warnings } = await select(data, { ...question, selector, budget: 12, seed });
      expect(chosen).toHaveLength(12);
      const junk = chosen.filter(({ id }) => isJunk(id));
      // 12 · 5/36 = 1.67
      expect([1, 2]).toContain(junk.length);
      for (const { inclusion, weight } of junk) expect([inclusion, weight]).toEqual([1 / 3, 3]);
      expect(warnings!.at(-1)!.text).toContain('1.7 of them on average, and their share is 1.7');
      for (const { id, inclusion } of chosen) {
        add(times, id, 1);
        add(written, id, 1 / inclusion! / runs);
      }
    }
    // Every item stands for itself on average: the mean of its weights over all draws is 1.
    for (const { id } of items) {
      const probability = times.get(id)! / runs;
      const error = Math.sqrt((1 - probability) / probability / runs);
      expect(Math.abs(written.get(id)! - 1)).toBeLessThan(4.5 * error + 0.02);
    }
    const keep = await select(data, { ...question, selector, budget: 12, junk: 'keep' });
    expect(keep.warnings).toEqual([]);
  },
);

test.each<[string, SelectQuestion]>([
  ['a draw that meets bounds by luck', { budget: 12, group: ['domain:min=4'] }],
  ['what is left where near repeats go', { budget: 12, maxSimilarity: 0.4 }],
])('%s has no known probabilities', async (_, question) => {
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  const all = await Promise.all(seeds.map((seed) => select(data, { ...question, seed })));
  for (const { chosen, reason } of all) {
    expect(chosen.every(({ inclusion, weight }) => inclusion === undefined && weight === undefined)).toBe(
      true,
    );
    expect(reason).toContain('without known probabilities');
  }
});

test('a list without a budget begins as that with one, junk spread in both', async () => {
  const [whole, some] = await Promise.all([select(data, {}), select(data, { budget: 15 })]);
  expect(whole.chosen.slice(0, 15).map(({ id }) => id)).toEqual(some.chosen.map(({ id }) => id));
  expect(whole.warnings!.map(({ code }) => code)).toEqual(['JUNK_DRAWN']);
});

test('who would be asked again what they have said already is told', async () => {
  const partly = items.map((item, i) => ({
    ...item,
    scores: i < 9 ? { A: { m: 0, human: 1 }, B: { ...item.scores.B, human: 2 } } : item.scores,
  }));
  const { warnings, chosen } = await select(datasetFromItems(partly), { budget: 20, junk: 'keep' });
  const again = chosen.filter(({ id }) => Number(id.slice(1)) < 9).length;
  expect(again).toBeGreaterThan(1);
  expect(warnings).toMatchObject([
    { code: 'JUDGED_ALREADY', text: expect.stringContaining(`${again} of these items are judged already`) },
  ]);
  const judgedAll = partly.map((item) => ({ ...item, scores: partly[0].scores }));
  expect((await select(datasetFromItems(judgedAll), { budget: 20, junk: 'keep' })).warnings).toEqual([]);
});

test('a ranking of all items says that some could not be drawn; a part of a sample in order raises no alarm', async () => {
  const judged = (count: number, goldpan: object) =>
    datasetFromItems(
      items.map((item, i): Item => ({
        id: item.id,
        scores: i < count ? { A: { human: i % 4 }, B: { human: 1 + ((i * 2) % 5) } } : undefined,
        ...(i < count && { goldpan: { selector: 'sequential', ...goldpan } }),
      })),
      { columns: ['goldpan.selector', 'goldpan.inclusion', 'goldpan.drawnFrom'] },
    );
  const codes = async (...of: Parameters<typeof judged>) =>
    (await rank(judged(...of))).warnings!.map(({ code }) => code);
  expect(await codes(10, { inclusion: 10 / 22, drawnFrom: 22 })).toContain('DRAWN_FROM_SOME');
  expect(await codes(10, { inclusion: 30 / 36 })).toContain('PARTLY_JUDGED');
  expect(await codes(10, { inclusion: 10 / 90 })).toContain('WEIGHTS_DO_NOT_SUM');
});
