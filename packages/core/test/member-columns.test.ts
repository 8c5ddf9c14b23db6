import { expect, test } from 'vitest';
import { datasetFromItems, type Item } from '../src/index.js';

const columnOf = (name: string, items: readonly object[]) =>
  datasetFromItems(
    items.map((item, i) => ({ id: i, scores: { A: { m: i } }, ...item }) as Item),
    { columns: [name] },
  ).columns?.get(name);

test('a column is a field of its name, else the member of an object', () => {
  const items = [{ meta: { topic: 'sea', size: 2 } }, { meta: 'none' }, { 'meta.topic': 'sky' }, {}];
  expect(columnOf('meta.topic', items)).toEqual(['sea', undefined, 'sky', undefined]);
  expect(columnOf('meta.size', items)).toEqual(['2', undefined, undefined, undefined]);
});

test('nothing that is inherited is a column or a member of one', () => {
  expect(columnOf('__proto__.constructor', [{ a: 1 }])).toBeUndefined();
  expect(columnOf('meta.constructor', [{ meta: {} }])).toBeUndefined();
  expect(columnOf('.topic', [{ topic: 'x' }])).toBeUndefined();
});

test('a member that is neither text nor number is refused by its name', () => {
  expect(() => columnOf('meta.topic', [{ meta: { topic: [1] } }])).toThrow(/"meta\.topic" must be a text/);
});
