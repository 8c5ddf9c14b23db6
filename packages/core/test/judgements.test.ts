import { expect, test } from 'vitest';
import {
  columnsOfDataset,
  datasetFromColumns,
  datasetFromItems,
  takeItems,
  takeSystems,
  type Item,
} from '../src/index.js';

const judged: Item[] = [
  {
    id: 'a',
    tgt: { x: 'Good day', y: 'Hallo 👋' },
    judgements: [
      { system: 'x', rater: 'ann', value: 4, seconds: 12.5, time: '2026-05-01T12:30:00Z' },
      { system: 'x', rater: 'bob', value: 1 },
      { system: 'x', rater: 'cid', value: 1 },
      {
        system: 'y',
        rater: 'bob',
        value: 2,
        spans: [{ from: 6, to: 7, category: 'style', severity: 'minor' }],
      },
    ],
  },
  { id: 'b', tgt: { x: 'Yes', y: 'Ja' } },
  {
    id: 'c',
    tgt: { x: 'No', y: 'Nein' },
    judgements: [
      { system: 'y', rater: 'cid', criterion: 'fluency', value: 5 },
      { system: 'x', rater: 'ann', value: 3 },
    ],
  },
];

test('a scale may be declared at any item: levels are in its order, whichever were judged first', () => {
  const answers = ['good', 'bad', 'fair', 'bad', 'good', 'good', 'fair'].map((value, i): Item => ({
    id: i,
    judgements: [
      { system: i % 2 ? 'x' : 'y', rater: 'ann', criterion: 'tone', value },
      { system: 'x', rater: 'bob', value: i },
    ],
  }));
  const criteria = { tone: { scale: 'ordered', levels: ['bad', 'fair', 'good'], better: 'lower' } };
  const declaredAt = (at: number) =>
    datasetFromItems(answers.map((item, i) => (i === at ? { ...item, criteria } : item)));
  const first = declaredAt(0);
  expect(Array.from(first.judgements!.values)).toEqual([2, 0, 0, 1, 1, 2, 0, 3, 2, 4, 2, 5, 1, 6]);
  for (const at of [1, 3, 6]) {
    const { judgements, scores } = declaredAt(at);
    expect(judgements!.criteria).toEqual(first.judgements!.criteria);
    expect(judgements!.values).toEqual(first.judgements!.values);
    expect(scores('human_tone')).toEqual(first.scores('human_tone'));
  }
});

test('judgements are columns in the order of the items', () => {
  const { judgements, systems } = datasetFromItems(judged);
  expect(systems).toEqual(['x', 'y']);
  expect(judgements?.raters).toEqual(['ann', 'bob', 'cid']);
  expect(judgements?.criteria.map(({ name }) => name)).toEqual(['human', 'fluency']);
  expect(Array.from(judgements!.starts)).toEqual([0, 4, 4, 6]);
  expect(Array.from(judgements!.systems)).toEqual([0, 0, 0, 1, 1, 0]);
  expect(Array.from(judgements!.rater)).toEqual([0, 1, 2, 1, 2, 0]);
  expect(Array.from(judgements!.values)).toEqual([4, 1, 1, 2, 5, 3]);
  expect(judgements!.seconds![0]).toBe(12.5);
  expect(judgements!.seconds![1]).toBeNaN();
  expect(judgements!.times![0]).toBe(Date.UTC(2026, 4, 1, 12, 30));
});

test('seconds, times and spans that only the last judgement has leave those before it without', () => {
  const details = { seconds: 7, time: '2026-05-01', spans: [{ category: 'style', severity: 'minor' }] };
  const { judgements } = datasetFromItems([
    { judgements: ['ann', 'bob', 'cid'].map((rater) => ({ system: 'x', rater, value: 1 })) },
    { judgements: [{ system: 'x', rater: 'ann', value: 2, ...details }] },
  ]);
  expect([...judgements!.seconds!]).toEqual([NaN, NaN, NaN, 7]);
  expect([...judgements!.times!]).toEqual([NaN, NaN, NaN, Date.UTC(2026, 4, 1)]);
  expect([...judgements!.spans!.starts]).toEqual([0, 0, 0, 0, 1]);
});

test('a cell is told by system, rater and criterion together', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const judgements = names.flatMap((system, s) =>
    names
      .slice(0, 3)
      .flatMap((rater, r) =>
        names.slice(0, 2).map((criterion, c) => ({ system, rater, criterion, value: 100 * s + 10 * r + c })),
      ),
  );
  expect(datasetFromItems([{ judgements }]).judgements!.size).toBe(30);
  for (const again of judgements)
    expect(() => datasetFromItems([{ judgements: [...judgements, again] }])).toThrow(
      `system "${again.system}", rater "${again.rater}", criterion "${again.criterion}": a rater judges a cell once`,
    );
});

test('spans belong to their judgements and count code points', () => {
  const { spans } = datasetFromItems(judged).judgements!;
  expect(Array.from(spans!.starts)).toEqual([0, 0, 0, 0, 1, 1, 1]);
  expect([spans!.from[0], spans!.to[0], spans!.categories, spans!.severities]).toEqual([
    6,
    7,
    ['style'],
    ['minor'],
  ]);
});

test('texts without a declared scale are categories', () => {
  const { judgements, metrics } = datasetFromItems([
    {
      id: 'a',
      judgements: [
        { system: 'x', rater: 'ann', value: 'poem' },
        { system: 'x', rater: 'bob', value: 'prose' },
        { system: 'x', rater: 'cid', value: 'poem' },
      ],
    },
  ]);
  expect(judgements!.criteria[0].scale).toEqual({ kind: 'categories', levels: ['poem', 'prose'] });
  expect(Array.from(judgements!.values)).toEqual([0, 1, 0]);
  expect(metrics).toEqual([]);
});

test('items and systems are taken with their judgements', () => {
  const dataset = datasetFromItems(judged);
  const items = takeItems(dataset, [2, 0, 2]).judgements!;
  expect(Array.from(items.starts)).toEqual([0, 2, 6, 8]);
  expect(Array.from(items.values)).toEqual([5, 3, 4, 1, 1, 2, 5, 3]);
  expect(Array.from(items.spans!.starts)).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
  const systems = takeSystems(dataset, [1]).judgements!;
  expect(Array.from(systems.starts)).toEqual([0, 1, 1, 2]);
  expect(Array.from(systems.values)).toEqual([2, 5]);
  expect(Array.from(systems.systems)).toEqual([0, 0]);
});

test('a dataset as plain columns keeps judgements in shared memory', () => {
  const dataset = datasetFromItems(judged);
  const again = datasetFromColumns(structuredClone(columnsOfDataset(dataset)));
  expect(again.judgements!.values.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(Array.from(again.judgements!.values)).toEqual(Array.from(dataset.judgements!.values));
  expect([...again.views!]).toEqual([...dataset.views!]);
});

test('names of objects’ own members are ordinary names', () => {
  const { judgements } = datasetFromItems(
    JSON.parse(
      '[{"id":"a","judgements":[{"system":"__proto__","rater":"constructor","criterion":"toString","value":1}]}]',
    ),
  );
  expect(judgements!.raters).toEqual(['constructor']);
  expect(judgements!.criteria[0].name).toBe('toString');
});
