import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { hashedEmbedder } from '../src/index.js';
import { eigenPairs } from './eigen.js';

/** Texts of which no two n-grams are hashed to one place of 2^18. */
const texts = [
  'the cat sat on the mat',
  'The CAT sat.',
  'das Kätzchen saß',
  '東京に行く',
  '東京は雨',
  'ok 😀 ok 😀',
  'x',
  '',
];

/** Cosines by n-grams as strings, without hashing. */
function exactCosines(all: readonly string[], weighting: 'tf-idf' | 'tf'): number[][] {
  const counts = all.map((text) => {
    const found = new Map<string, number>();
    const characters = text === '' ? [] : Array.from(` ${text.toLowerCase()} `);
    for (const n of [3, 4, 5]) {
      for (let i = 0; i + n <= characters.length; i++) {
        const ngram = characters.slice(i, i + n).join('');
        found.set(ngram, (found.get(ngram) ?? 0) + 1);
      }
    }
    return found;
  });
  const frequency = (ngram: string) => counts.filter((found) => found.has(ngram)).length;
  const vectors = counts.map(
    (found) =>
      new Map(
        Array.from(found, ([ngram, tf]) => {
          const idf = weighting === 'tf' ? 1 : Math.log((1 + all.length) / (1 + frequency(ngram))) + 1;
          return [ngram, (1 + Math.log(tf)) * idf] as const;
        }),
      ),
  );
  const product = (a: Map<string, number>, b: Map<string, number>) =>
    Array.from(a).reduce((sum, [ngram, weight]) => sum + weight * (b.get(ngram) ?? 0), 0);
  return vectors.map((a) =>
    vectors.map((b) => {
      const lengths = Math.sqrt(product(a, a) * product(b, b));
      return lengths === 0 ? 0 : product(a, b) / lengths;
    }),
  );
}

async function cosines(
  all: readonly string[],
  options: Parameters<typeof hashedEmbedder>[0],
): Promise<number[][]> {
  const { dimensions, values } = await hashedEmbedder(options).embed(all);
  const product = (i: number, j: number) => {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += values[i * dimensions + d] * values[j * dimensions + d];
    return sum;
  };
  return all.map((_, i) => all.map((_, j) => product(i, j)));
}

describe('hashed vectors', () => {
  test.each(['tf-idf', 'tf'] as const)(
    'have the cosines of the n-grams themselves, weighted by %s',
    async (weighting) => {
      const found = await cosines(texts, { dimensions: 2 ** 18, weighting });
      expectClose(found.flat(), exactCosines(texts, weighting).flat(), { absolute: 1e-12 });
    },
  );

  test('reduced have the cosines of the best approximation of that rank', async () => {
    const of = (subject: string) =>
      ['rises', 'rises today', 'rises again', 'falls'].map((w) => `${subject} ${w}`);
    const all = [
      ...of('the river Thames at Oxford bridge in spring'),
      ...of('every share of the Northern Railways company'),
      ...of('東京都心の今日の最高気温は摂氏二十五度'),
    ];
    const pairs = eigenPairs(exactCosines(all, 'tf-idf')).slice(0, 3);
    const product = (i: number, j: number) =>
      pairs.reduce((sum, { value, vector }) => sum + value * vector[i] * vector[j], 0);
    const expected = all.flatMap((_, i) =>
      all.map((_, j) => product(i, j) / Math.sqrt(product(i, i) * product(j, j))),
    );
    const found = await cosines(all, { dimensions: 2 ** 18, reduce: 3 });
    expectClose(found.flat(), expected, { absolute: 0.005 });
  });

  test('keep their cosines in as many directions as there are texts', async () => {
    const all = ['the cat sat', 'a cat sat down', 'stocks fell', 'stocks rose', ''];
    const reduced = await hashedEmbedder({ reduce: 64 }).embed(all);
    expect(reduced.dimensions).toBe(5);
    expectClose((await cosines(all, { reduce: 64 })).flat(), (await cosines(all, {})).flat(), {
      absolute: 1e-9,
    });
  });

  test('are zeros for an empty text, and the same for a text and its capitals', async () => {
    const { dimensions, values } = await hashedEmbedder().embed(['', 'abc def', 'ABC DEF']);
    expect(values.subarray(0, dimensions).every((x) => x === 0)).toBe(true);
    expect(values.subarray(dimensions, 2 * dimensions)).toEqual(values.subarray(2 * dimensions));
  });

  test('weighted by tf depend on their own text alone', async () => {
    const embedder = hashedEmbedder({ weighting: 'tf', dimensions: 128 });
    const alone = await embedder.embed(['one text']);
    const among = await embedder.embed(['another', 'one text', 'a third']);
    expect(among.values.subarray(128, 256)).toEqual(alone.values);
  });
});
