import { describe, expect, test } from 'vitest';
import { DatasetBuilder, ItemChecker, isGoldpanError } from '../src/index.js';

const records = [
  { src: 'a', scores: { x: { m: 1 } } },
  { id: '1', tgt: { y: 'b' } },
  { id: 'c', scores: { x: { m: 'high' } } },
  { id: '1' },
  { embedding: { src: [1, 2] } },
  { embedding: { src: [1, 2, 3] } },
  { id: '3', scores: { z: { n: null } } },
  { src: 5 },
  7,
];

/** What became of each record: the error text, or nothing. */
function outcomes(add: (record: unknown, origin: string) => unknown): (string | undefined)[] {
  return records.map((record, i) => {
    try {
      add(record, `data:${i + 1}`);
      return undefined;
    } catch (error) {
      if (!isGoldpanError(error)) throw error;
      return error.message;
    }
  });
}

describe('an item checker', () => {
  test('refuses what a dataset builder refuses, in the same words, and knows the same systems', () => {
    const checker = new ItemChecker();
    const builder = new DatasetBuilder();
    const checked = outcomes((record, origin) => checker.check(record, origin));
    expect(checked).toEqual(outcomes((record, origin) => builder.add(record, origin)));
    expect(checked.map((text) => text !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      false,
      true,
      false,
      true,
      true,
    ]);
    expect(checker.size).toBe(builder.size);
    expect(checker.systems).toEqual(builder.build().systems);
  });

  test('gives the fields of an item; texts only where they are wanted', () => {
    const record = { i: 4, src: 's', tgt: { x: 't' }, doc: 7 };
    expect(new ItemChecker().check(record)).toMatchObject({
      id: '4',
      source: 's',
      outputs: { x: 't' },
      document: '7',
    });
    expect(new ItemChecker({ texts: false }).check(record)).toMatchObject({ id: '4', source: undefined });
  });

  test('asks the register it is given', () => {
    const seen: string[] = [];
    const ids = {
      has: (id: string) => id === 'taken',
      get: () => 'there',
      set: (id: string) => seen.push(id),
    };
    const checker = new ItemChecker({ ids });
    checker.check({ id: 'free' });
    expect(() => checker.check({ id: 'taken' }, 'here')).toThrow(
      /here: id "taken" must be unique; there has it/,
    );
    expect(seen).toEqual(['free']);
  });
});

test('systems known beforehand come first, whether or not an item has them', () => {
  const builder = new DatasetBuilder({ systems: ['late', 'x'] });
  builder.add({ src: 'nothing else' });
  builder.add({ scores: { x: { m: 1 }, new: { m: 2 } } });
  const dataset = builder.build();
  expect(dataset.systems).toEqual(['late', 'x', 'new']);
  expect([...dataset.scores('m').values]).toEqual([NaN, NaN, NaN, NaN, 1, 2]);
});
