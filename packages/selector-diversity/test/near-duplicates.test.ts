import { stream } from '@goldpan/core';
import { characterNgrams } from '@goldpan/stats';
import { expectClose, readJsonLines, sharedPath, testWithShared } from '@goldpan/testing';
import { array, assert, constantFrom, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropNearDuplicates } from '../src/index.js';

const texts = [
  'The committee will meet again on Tuesday morning.',
  'the committee will meet again on tuesday morning.',
  'The committee will meet again on Thursday morning.',
  'Rain is expected over the weekend.',
  '',
  undefined,
  '',
  undefined,
];
const ranking = [2, 3, 0, 1, 4, 5, 6, 7];

const similarityOf = (a: string, b: string) => {
  const [left, right] = [new Set(characterNgrams(a).hashes), new Set(characterNgrams(b).hashes)];
  const shared = [...left].filter((ngram) => right.has(ngram)).length;
  return left.size + right.size === 0 ? 1 : shared / (left.size + right.size - shared);
};

describe('near-duplicates of texts', () => {
  test('the better of two stays, and the report says which, for which and how alike', () => {
    const { kept, dropped } = dropNearDuplicates({ ranking, maxSimilarity: 0.7, texts });
    expect([...kept]).toEqual([2, 3, 4, 5, 7]);
    expect(dropped.map(({ item, keptInstead }) => [item, keptInstead])).toEqual([
      [0, 2],
      [1, 2],
      [6, 4],
    ]);
    expectClose(dropped[0].similarity, similarityOf(texts[0]!, texts[2]!), { absolute: 1e-12 });
  });

  test('at 1 only texts that are equal but for their letter case go', () => {
    const { kept, dropped } = dropNearDuplicates({ ranking, maxSimilarity: 1, texts });
    expect([...kept]).toEqual([2, 3, 0, 4, 5, 7]);
    expect(dropped).toContainEqual({ item: 1, keptInstead: 0, similarity: 1 });
  });

  test('it stops when enough are kept', () => {
    const { kept, dropped } = dropNearDuplicates({ ranking, maxSimilarity: 0.7, texts, keep: 2 });
    expect([[...kept], dropped]).toEqual([[2, 3], []]);
  });

  test.each([0, -1, 1.1, NaN])('a similarity of %d is an error', (maxSimilarity) => {
    expect(() => dropNearDuplicates({ ranking, maxSimilarity, texts })).toThrow(/above 0 and at most 1/);
  });

  test('nearly all pairs are found at any threshold, and none that is not there', () => {
    const rng = stream(5, 'texts');
    const words = Array.from({ length: 60 }, (_, i) => `w${i * 37}`);
    for (const maxSimilarity of [0.3, 0.6, 0.9]) {
      let [found, missed] = [0, 0];
      for (let round = 0; round < 150; round++) {
        const first = Array.from({ length: 30 }, () => words[rng.integer(60)]);
        const changes = rng.integer(12);
        const second = first.map((word) => (rng.integer(30) < changes ? words[rng.integer(60)] : word));
        const pair = [first.join(' '), second.join(' ')];
        const { dropped } = dropNearDuplicates({ ranking: [0, 1], maxSimilarity, texts: pair });
        const isNear = similarityOf(pair[0], pair[1]) >= maxSimilarity;
        if (!isNear) expect(dropped).toEqual([]);
        else if (dropped.length > 0) found++;
        else missed++;
      }
      expect(found).toBeGreaterThan(10);
      expect(missed).toBeLessThanOrEqual(1);
    }
  });
});

describe('near-duplicates of vectors', () => {
  test('equal comparing each with all that are kept', () => {
    const vectors = array(array(integer({ min: -2, max: 2 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 12,
    });
    assert(
      property(vectors, double({ min: 0.1, max: 1, noNaN: true }), (rows, maxSimilarity) => {
        const cosine = (a: number, b: number) => {
          const product = rows[a].reduce((sum, x, d) => sum + x * rows[b][d], 0);
          return product === 0 ? 0 : product / Math.hypot(...rows[a]) / Math.hypot(...rows[b]);
        };
        const expected: number[] = [];
        for (let item = rows.length - 1; item >= 0; item--) {
          if (expected.every((other) => cosine(item, other) < maxSimilarity - 1e-12)) expected.push(item);
        }
        const { kept, dropped } = dropNearDuplicates({
          ranking: rows.map((_, row) => rows.length - 1 - row),
          maxSimilarity,
          vectors: { dimensions: 3, values: Float32Array.from(rows.flat()) },
        });
        expect(kept.length + dropped.length).toBe(rows.length);
        for (const { item, keptInstead, similarity } of dropped) {
          expectClose(similarity, cosine(item, keptInstead), { absolute: 1e-9 });
        }
        expect([...kept]).toEqual(expected);
      }),
    );
  });
});

test('a ranking with many copies keeps one of each', () => {
  assert(
    property(
      array(constantFrom('aaa bbb', 'ccc ddd', 'eee fff'), { minLength: 1, maxLength: 20 }),
      (copies) => {
        const order = copies.map((_, item) => item);
        const { kept } = dropNearDuplicates({ ranking: order, maxSimilarity: 0.9, texts: copies });
        expect([...kept]).toEqual([...new Set(copies)].map((text) => copies.indexOf(text)));
      },
    ),
  );
});

testWithShared(
  'on wmt24 en-cs little is dropped, and only what is alike',
  ['data/wmt24_en-cs_esa.jsonl'],
  () => {
    const sources = readJsonLines(sharedPath('data/wmt24_en-cs_esa.jsonl')!).map(({ src }) => src as string);
    const order = sources.map((_, item) => item);
    const { kept, dropped } = dropNearDuplicates({ ranking: order, maxSimilarity: 0.5, texts: sources });
    expect(kept.length).toBeGreaterThan(0.9 * sources.length);
    for (const { item, keptInstead, similarity } of dropped) {
      expectClose(similarity, similarityOf(sources[item], sources[keptInstead]), { absolute: 1e-12 });
    }
  },
);
