import { describe, expect, test } from 'vitest';
import { datasetFromItems, DatasetBuilder, groupItems, type Item } from '../src/index.js';
import { expectError } from './support.js';

const items: Item[] = [
  { id: 'a', src: 'one', doc: 'second', domain: 'news' },
  { id: 'b', src: 'three', domain: 'chat' },
  { id: 'c', src: 'seventeen', doc: 'first', domain: 'news' },
  { id: 'd', src: 'two', doc: 'second', domain: 'talk' },
  { id: 'e', src: 'eleven', domain: 'chat' },
];
const group = (column: string, bands?: number, list = items) =>
  groupItems(datasetFromItems(list), { column, bands }, 'domain:min=1');

describe('items by a column', () => {
  test('have groups in the order of their first items', () => {
    expect(group('domain')).toEqual({
      column: 'domain',
      labels: ['news', 'chat', 'talk'],
      of: Int32Array.of(0, 1, 0, 2, 1),
    });
  });

  test('are a document each where they have none', () => {
    expect(group('doc')).toEqual({
      column: 'doc',
      labels: ['second', 'item "b"', 'first', 'item "e"'],
      of: Int32Array.of(0, 1, 2, 0, 3),
    });
  });

  test('without a document are not of a document that is called like them', () => {
    const named = [{ id: 'a' }, { id: 'b', doc: 'item "a"' }, { id: 'c', doc: 'item "a"' }];
    expect(group('doc', undefined, named)).toEqual({
      column: 'doc',
      labels: ['item "a"', 'item "a"'],
      of: Int32Array.of(0, 1, 1),
    });
  });

  test('are in bands by the length of their sources', () => {
    expect(group('length', 2)).toEqual({
      column: 'length',
      labels: ['3–3 characters', '5–9 characters'],
      of: Int32Array.of(0, 1, 1, 0, 1),
    });
    expect(group('length').labels).toEqual(['3–5 characters', '6–9 characters']);
  });

  test('have any further field that the dataset keeps, whatever the values are called', () => {
    const dataset = datasetFromItems(
      [{ register: 'toString' }, { register: '__proto__' }, { register: 'toString' }] as Item[],
      { columns: ['register'] },
    );
    expect(groupItems(dataset, { column: 'register' }, 'x')).toEqual({
      column: 'register',
      labels: ['toString', '__proto__'],
      of: Int32Array.of(0, 1, 0),
    });
  });
});

describe('items cannot be grouped by', () => {
  test.each(['doc', 'domain', 'length', 'register'])('a column that the data lacks: %s', (column) =>
    expectError(
      () => group(column, undefined, [{ id: 'a', scores: {} }]),
      'MISSING_GROUP',
      `constraint "domain:min=1" needs a ${column} for every item; the data has none`,
    ),
  );

  test('a column that one of them lacks; the item is named with its line', async () => {
    const list: Item[] = [{ id: 'a', domain: 'news', src: 's' }, { id: 'b' }];
    for (const column of ['domain', 'length'])
      await expectError(
        () => group(column, undefined, list),
        'MISSING_GROUP',
        `needs a ${column} for every item; item "b" has none`,
      );
    const builder = new DatasetBuilder();
    list.forEach((item, i) => builder.add(item, `f.jsonl:${i + 1}`));
    const dataset = builder.build();
    await expectError(
      () => groupItems(dataset, { column: 'domain' }, 'x'),
      'MISSING_GROUP',
      'item "b" (f.jsonl:2) has none',
    );
  });
});
