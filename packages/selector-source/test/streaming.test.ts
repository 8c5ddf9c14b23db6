import { datasetFromItems, runSelector } from '@goldpan/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  lengthScorer,
  sourceLength,
  sourceRarity,
  sourceScorer,
  source as sourceSelector,
  topSources,
  trainSourceModel,
  WordRarity,
} from '../src/index.js';
import { ItemHeap } from '../src/streaming/item-heap.js';
import { termsMatter } from './training-data.js';

test('the best of a stream are the beginning of a ranking of everything, ties included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 70 }),
      async (utilities, top) => {
        const {
          items,
          utilities: kept,
          total,
        } = await topSources(() => utilities.map(String), { top, scorer: { score: Number } });
        const sorted = utilities
          .map((utility, item) => ({ utility, item }))
          .sort((a, b) => b.utility - a.utility || a.item - b.item);
        expect(Array.from(items)).toEqual(sorted.slice(0, top).map(({ item }) => item));
        expect(Array.from(kept)).toEqual(sorted.slice(0, top).map(({ utility }) => utility));
        expect(total).toBe(utilities.length);
      },
    ),
  );
});

test('a heap gives its entries in order, whichever way round', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 })),
      fc.constantFrom('best-first' as const, 'worst-first' as const),
      (utilities, order) => {
        const heap = new ItemHeap(order);
        utilities.forEach((utility, item) => heap.push(item, utility));
        const best = utilities
          .map((utility, item) => ({ utility, item }))
          .sort((a, b) => b.utility - a.utility || a.item - b.item);
        const expected = (order === 'best-first' ? best : best.reverse()).map(({ item }) => item);
        expect(utilities.map(() => heap.pop())).toEqual(expected);
      },
    ),
  );
});

test('streaming with a model, by length and by rarity gives what the selectors give', async () => {
  const model = await trainSourceModel([termsMatter('past', 60)], { bits: 9 });
  const sources = termsMatter('pool', 500).sources as string[];
  const dataset = datasetFromItems(sources.map((src) => ({ src })));
  async function* lines() {
    yield* sources;
  }
  for (const [scorer, selector, options] of [
    [{ score: sourceScorer(model) }, sourceSelector, { model }],
    [{ score: lengthScorer('words') }, sourceLength, {}],
    [{ score: lengthScorer('characters') }, sourceLength, { unit: 'characters' }],
    [new WordRarity(), sourceRarity, {}],
  ] as const) {
    const { ranking } = await runSelector(selector as any, dataset, { options });
    expect((await topSources(lines, { top: 40, scorer })).items).toEqual(ranking.slice(0, 40));
  }
});

test('progress is told after every ten thousand sources', async () => {
  const seen: number[] = [];
  const progress = (done: number) => seen.push(done);
  const pool = () => Array<string>(15_000).fill('x');
  const { total } = await topSources(pool, { top: 1, scorer: { score: () => 0 }, progress });
  expect([seen, total]).toEqual([[10_000], 15_000]);
  await topSources(pool, { top: 1, scorer: new WordRarity(), progress });
  expect(seen).toEqual([10_000, 10_000, 20_000, 30_000]);
});

test.each([0, -1, 1.5, NaN])('keeping %d sources is refused', async (top) => {
  await expect(topSources(() => [], { top, scorer: { score: () => 0 } })).rejects.toMatchObject({
    code: 'INVALID_TOP',
  });
});

test('a score that is NaN is refused with its place', async () => {
  const run = topSources(() => ['1', 'x'], { top: 3, scorer: { score: Number } });
  await expect(run).rejects.toThrow(/score of source 1 must be a number; got NaN/);
});

test('rarity is the mean over words of the logarithm of how few sources have them', () => {
  const pool = ['the cat', 'the THE dog', 'the cat sat', ''];
  const rarity = new WordRarity();
  pool.forEach((source) => rarity.observe(source));
  const frequency: Record<string, number> = { the: 3, cat: 2, dog: 1, sat: 1, new: 0 };
  const expected = (...words: string[]) =>
    words.reduce((sum, word) => sum + Math.log(5 / (1 + frequency[word])), 0) / words.length;
  expect(rarity.score('The cat')).toBeCloseTo(expected('the', 'cat'), 12);
  expect(rarity.score('dog dog the')).toBeCloseTo(expected('dog', 'dog', 'the'), 12);
  expect(rarity.score('new')).toBeCloseTo(Math.log(5), 12);
  expect(rarity.score(' .')).toBe(0);
});
