import { datasetFromItems, stream, type Item, type RankDocument } from '@goldpan/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../src/index.js';

// What is said goes by the names of items, documents and systems: a file whose lines or systems stand in another order says the same.

const SYSTEMS = ['T', 'B', 'K', 'A', 'Z', 'M', 'C'];

interface Made {
  readonly items: number;
  readonly judged: number;
  readonly documents: boolean;
  readonly gaps: boolean;
  readonly stars: boolean;
}

function madeItems(seed: number, { items, judged, documents, gaps, stars }: Made): Item[] {
  const rng = stream(seed, 'test/order');
  return Array.from({ length: items }, (_, i) => {
    const document = (i * 7) % items;
    const isJudged = documents ? Math.floor(document / 3) * 3 < judged : i < judged;
    const scores = Object.fromEntries(
      SYSTEMS.map((name, s) => {
        const exact = 0.2 * s + 4 * rng.next();
        const human = stars ? Math.round(exact) : exact;
        const isThere = isJudged && !(gaps && (i + 2 * s) % 6 === 0);
        return [name, { m: exact + 2 * rng.next(), other: rng.next(), ...(isThere && { human }) }];
      }),
    );
    return {
      id: `item ${(i * 11) % 97}`,
      ...(documents && { doc: `d${Math.floor(document / 3)}` }),
      scores,
    };
  });
}

/** The same items, lines and systems in other orders. */
function permuted(items: readonly Item[], seed: number): Item[] {
  const rng = stream(seed, 'test/permuted');
  const lines = rng.shuffle(Array.from(items.keys()));
  const systems = rng.shuffle(Array.from(SYSTEMS.keys()));
  return lines.map((line) => ({
    ...items[line],
    scores: Object.fromEntries(systems.map((s) => [SYSTEMS[s], items[line].scores![SYSTEMS[s]]])),
  }));
}

/** Everything said, numbers to nine digits, lists of names in one order. */
function said({ data: _, ...document }: RankDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      if (typeof value === 'number') return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(9));
      return /ThatTurn$/.test(key) ? [...(value as string[])].sort() : value;
    }),
  );
}

const made = fc.record({
  items: fc.integer({ min: 24, max: 90 }),
  judged: fc.integer({ min: 6, max: 60 }),
  documents: fc.boolean(),
  gaps: fc.boolean(),
  stars: fc.boolean(),
});

test('another order of lines and systems says the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      made,
      fc.nat(999),
      fc.constantFrom('all', 'like-these'),
      async (shape, seed, population) => {
        const items = madeItems(seed, shape);
        const of = async (some: Item[]) =>
          said(await rank(datasetFromItems(some), { population, margin: 0.3 }));
        expect(await of(permuted(items, seed))).toEqual(await of(items));
      },
    ),
    { numRuns: 25, seed: 16 },
  );
});

test('another order of the judged lines says the same', async () => {
  const items = madeItems(3, { items: 50, judged: 27, documents: false, gaps: true, stars: true });
  const pool = items.map((item) => ({ ...item, scores: withoutHuman(item) }));
  const judged = items.filter(({ scores }) => SYSTEMS.some((name) => 'human' in scores![name]));
  const of = async (some: Item[]) =>
    said(await rank(datasetFromItems(pool), { judged: datasetFromItems(some) }));
  expect(await of(permuted(judged, 5))).toEqual(await of(judged));
});

function withoutHuman({ scores }: Item): Item['scores'] {
  return Object.fromEntries(Object.entries(scores!).map(([name, { human: _, ...others }]) => [name, others]));
}
