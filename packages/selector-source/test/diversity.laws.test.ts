import { datasetFromItems, runSelector } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { greedyCoverage } from '../src/diversity/greedy-coverage.js';
import { wordSimilarity } from '../src/diversity/word-similarity.js';
import { sourceDiversity } from '../src/index.js';

const words = ['gold', 'pan', 'river', 'moon', 'bank', '我', '们'];
const sources = fc.array(
  fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((text) => text.join(' ')),
  { minLength: 1, maxLength: 12 },
);

/** All similarities, from the definition: TF-IDF of words and of pairs of words, by Maps of texts. */
function similarityTable(texts: readonly string[]): number[][] {
  const counts = texts.map((text) => {
    const own = text.split(' ').filter(Boolean);
    const grams = [...own, ...own.slice(1).map((word, i) => `${own[i]} ${word}`)];
    return grams.reduce((map, gram) => map.set(gram, (map.get(gram) ?? 0) + 1), new Map<string, number>());
  });
  const frequency = (gram: string) => counts.filter((map) => map.has(gram)).length;
  const vectors = counts.map((map) => {
    const entries = [...map].map(
      ([gram, n]) =>
        [gram, (1 + Math.log(n)) * Math.log((1 + texts.length) / (1 + frequency(gram)))] as const,
    );
    const length = Math.hypot(...entries.map(([, value]) => value));
    return new Map(entries.map(([gram, value]) => [gram, length > 0 ? value / length : 0]));
  });
  return vectors.map((a) =>
    vectors.map((b) => [...a].reduce((sum, [gram, value]) => sum + value * (b.get(gram) ?? 0), 0)),
  );
}

/** Greedy facility location that looks at every item at every step. */
function greedyEagerly(table: number[][], covered = table.map(() => 0)): number[] {
  const gain = (item: number, cover: number[]) =>
    Math.round(cover.reduce((sum, c, place) => sum + Math.max(0, table[item][place] - c), 0) * 2 ** 32) /
    2 ** 32;
  const alone = table.map((_, item) =>
    gain(
      item,
      table.map(() => 0),
    ),
  );
  const left = table.map((_, item) => item);
  const picked: number[] = [];
  while (left.length > 0) {
    left.sort((a, b) => gain(b, covered) - gain(a, covered) || alone[b] - alone[a] || a - b);
    const item = left.shift()!;
    picked.push(item);
    covered = covered.map((c, place) => Math.max(c, table[item][place]));
  }
  return picked;
}

test('similarities are cosines of words and pairs of words', () => {
  fc.assert(
    fc.property(sources, (texts) => {
      const similarity = wordSimilarity(texts, Uint32Array.from(texts.keys()));
      similarityTable(texts).forEach((row, item) => {
        const found = new Float64Array(texts.length).fill(9);
        similarity(item, found);
        expectClose(found, row, { absolute: 1e-12 });
      });
    }),
    { numRuns: 40 },
  );
});

test('lazy picks are those of an eager search, with and without items judged before', () => {
  fc.assert(
    fc.property(sources, fc.nat(), (texts, pick) => {
      const table = similarityTable(texts);
      const problem = {
        items: texts.length,
        places: texts.length,
        similarity: (item: number, into: Float64Array) => into.set(table[item]),
      };
      expect(Array.from(greedyCoverage(problem))).toEqual(greedyEagerly(table));
      const given = [pick % texts.length];
      expect(Array.from(greedyCoverage({ ...problem, given }))).toEqual(
        greedyEagerly(table, table[given[0]].slice()),
      );
      expect(Array.from(greedyCoverage({ ...problem, picks: 3 }))).toEqual(greedyEagerly(table).slice(0, 3));
    }),
  );
});

const run = async (texts: readonly string[], options: object = {}) =>
  Array.from(
    (await runSelector(sourceDiversity, datasetFromItems(texts.map((src) => ({ src }))), options)).ranking,
  );

test('one of each kind comes before a second of any kind, and the empty source last', async () => {
  const texts = [
    '',
    'gold pan river',
    'gold pan river sand',
    'moon bank law',
    'moon bank law court',
    'eins zwei drei',
    'eins zwei drei vier',
  ];
  const ranking = await run(texts);
  const kind = (item: number) => Math.floor((item - 1) / 2);
  expect(new Set(ranking.slice(0, 3).map(kind)).size).toBe(3);
  expect(ranking.at(-1)).toBe(0);
});

test('copies of a source come after everything that is new', async () => {
  expect((await run(['gold pan', 'gold pan', 'moon bank', 'gold pan'])).slice(0, 2).sort()).toEqual([0, 2]);
});

test('items judged before count as picked', async () => {
  const texts = ['gold pan river', 'gold pan river sand', 'moon bank law'];
  expect((await run(texts, { judged: Uint32Array.of(0) }))[0]).toBe(2);
});

test('pools larger than the number of places are ranked in full', async () => {
  const texts = Array.from({ length: 4_500 }, (_, i) => `w${i % 40} v${i % 7}`);
  const ranking = await run(texts, { budget: { items: 40 } });
  expect(new Set(ranking.slice(0, 40).map((item) => texts[item].split(' ')[0])).size).toBe(40);
  expect(new Set(ranking).size).toBe(4_500);
});

test('embeddings take the place of words on request', async () => {
  const vectors = [
    [1, 0],
    [0.9, 0.1],
    [0, 1],
    [0, 0],
  ];
  const items = vectors.map((src) => ({ src: 'same', embedding: { src } }));
  const { ranking } = await runSelector(sourceDiversity, datasetFromItems(items), {
    options: { vectors: 'embeddings' },
  });
  expect(Array.from(ranking)).toEqual([1, 2, 0, 3]);
  const without = runSelector(sourceDiversity, datasetFromItems([{ src: 'a' }]), {
    options: { vectors: 'embeddings' },
  });
  await expect(without).rejects.toMatchObject({ code: 'MISSING_SOURCE_VECTORS' });
});

test('an abort stops the picking', async () => {
  const stop = AbortSignal.abort();
  await expect(run(['a', 'b'], { signal: stop })).rejects.toThrow(/abort/i);
});
