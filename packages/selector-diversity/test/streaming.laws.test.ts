import { stream } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { array, assert, asyncProperty, constantFrom, integer, option, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestWithinBounds,
  streamBest,
  streamCoverage,
  type StreamedItem,
  type StreamOptions,
} from '../src/index.js';
import { groupingsOfStream } from '../src/streaming/reservoir.js';

const pools = array(
  record({
    group: constantFrom('x', 'y', undefined),
    document: option(constantFrom('p', 'q', 'r'), { nil: undefined }),
    utility: integer({ min: -3, max: 6 }),
  }),
  { minLength: 1, maxLength: 24 },
).map((items): StreamedItem[] => items.map((item, i) => ({ id: String(i), ...item })));

const options = record({
  budget: integer({ min: 1, max: 4 }),
  min: integer({ min: 0, max: 2 }),
  span: integer({ min: 0, max: 2 }),
  maxPerDocument: option(integer({ min: 1, max: 2 }), { nil: undefined }),
}).map(({ budget, min, span, maxPerDocument }): StreamOptions => ({
  budget,
  bounds: [{ min: { items: min }, max: { items: min + span } }],
  maxPerDocument,
}));

const sum = (items: readonly StreamedItem[]) => items.reduce((total, { utility }) => total + utility!, 0);

/** The result, or the code of the error. */
const attempt = async <T>(run: () => T | Promise<T>): Promise<T | string> => {
  try {
    return await run();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the best sum of a stream', () => {
  test('equals that of the whole pool at once, or fails like it', async () => {
    let [found, clashed] = [0, 0];
    await assert(
      asyncProperty(pools, options, async (pool, given) => {
        const whole = await attempt(() => {
          const utilities = Float64Array.from(pool, ({ utility }) => utility!);
          const groupings = groupingsOfStream(pool, given);
          return Array.from(bestWithinBounds(utilities, { groupings, budget: given.budget }), (i) => pool[i]);
        });
        const streamed = await attempt(() => streamBest(() => pool, given));
        if (typeof whole === 'string' || typeof streamed === 'string') {
          clashed++;
          expect(streamed).toBe(whole);
        } else {
          found++;
          expect(streamed).toHaveLength(given.budget);
          expectClose(sum(streamed), sum(whole), { absolute: 1e-9 });
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(found, clashed)).toBeGreaterThan(30);
  });
});

/** Vectors around a few centres; groups and documents of unequal sizes. */
function clustered(size: number, seed: number): StreamedItem[] {
  const rng = stream(seed, 'pool');
  const centres = Array.from({ length: 7 }, () => Array.from({ length: 6 }, () => rng.next() - 0.5));
  return Array.from({ length: size }, (_, i) => {
    const centre = centres[Math.floor(7 * rng.next() ** 2)];
    return {
      id: String(i),
      vector: centre.map((x) => x + 0.3 * (rng.next() - 0.5)),
      group: `g${Math.floor(4 * rng.next() ** 2)}`,
      document: `d${Math.floor(i / 5)}`,
    };
  });
}

describe('coverage of a stream', () => {
  const bounds = [{ min: { percent: 10 }, max: { percent: 50 } }];

  test.each([1, 2, 3])(
    'meets all bounds with exactly the budget, below a bound that is near (pool %i)',
    async (seed) => {
      const pool = clustered(900, seed);
      const given = { budget: 30, bounds, maxPerDocument: 2, sample: 300 };
      const { chosen, coverage, upperBound, unseenCoverage, size } = await streamCoverage(() => pool, given);
      expect(size).toBe(900);
      expect(new Set(chosen.map(({ id }) => id)).size).toBe(30);
      const count = (column: 'group' | 'document') => {
        const counts = new Map<string, number>();
        for (const item of chosen) counts.set(item[column]!, (counts.get(item[column]!) ?? 0) + 1);
        return [...counts.values()];
      };
      expect(count('group')).toHaveLength(4);
      for (const items of count('group')) expect(items >= 3 && items <= 15).toBe(true);
      expect(Math.max(...count('document'))).toBeLessThanOrEqual(2);
      expect(coverage).toBeGreaterThan(0.9 * upperBound);
      expect(coverage).toBeLessThanOrEqual(upperBound);
      expect(unseenCoverage).toBeLessThan(coverage);
      expect(unseenCoverage).toBeGreaterThan(0.9 * coverage);
    },
  );

  test('a third pass never loosens the bound, and changes nothing else', async () => {
    const pool = clustered(400, 4);
    const given = { budget: 12, bounds, sample: 100 };
    const two = await streamCoverage(() => pool, given);
    const three = await streamCoverage(() => pool, { ...given, prove: true });
    expect(three.chosen).toEqual(two.chosen);
    expect(three.upperBound).toBeLessThanOrEqual(two.upperBound);
    expect(three.upperBound).toBeGreaterThanOrEqual(three.coverage);
  });

  test('is the same for an iterator that comes piece by piece', async () => {
    const pool = clustered(300, 5);
    async function* pieces() {
      for (const item of pool) yield await Promise.resolve(item);
    }
    const given = { budget: 10, maxPerDocument: 1 };
    const ids = async (source: Parameters<typeof streamCoverage>[0]) =>
      (await streamCoverage(source, given)).chosen.map(({ id }) => id);
    expect(await ids(pieces)).toEqual(await ids(() => pool));
  });

  test('says what is wrong', async () => {
    const pool = clustered(20, 6);
    const code = (items: Iterable<StreamedItem>, given: StreamOptions) =>
      attempt(() => streamCoverage(() => items, given));
    expect(await code([], { budget: 1 })).toBe('POOL_EMPTY');
    expect(await code([{ id: 'a' }], { budget: 1 })).toBe('STREAMED_VALUE_MISSING');
    expect(await code([...pool, { id: 'b', vector: [1] }], { budget: 1 })).toBe('STREAMED_VALUE_MISSING');
    expect(await code(pool, { budget: 30 })).toBe('BOUNDS_CLASH');
    expect(await code(pool, { budget: 5, maxPerDocument: 1 })).toBe('BOUNDS_CLASH');
    let reads = 0;
    const shrinking = () => pool.slice(reads++);
    expect(await attempt(() => streamCoverage(shrinking, { budget: 2 }))).toBe('POOL_CHANGED');
    expect(await attempt(() => streamBest(() => pool, { budget: 1 }))).toBe('STREAMED_VALUE_MISSING');
  });

  test('a clash of bounds is told from a lack of items', async () => {
    const pool = clustered(40, 7).map((item) => ({ ...item, group: 'one', document: 'same' }));
    await expect(streamCoverage(() => pool, { budget: 5, maxPerDocument: 3 })).rejects.toThrow(
      /the budget of 5 asks for 5 items, but there is room for 3: document=same:max=3/,
    );
  });
});
