import { expect, test } from 'vitest';
import {
  columnsOfDataset,
  datasetFromColumns,
  datasetFromItems,
  judgementView,
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

test('human columns are the means of the judgements, and are named as views', () => {
  const dataset = datasetFromItems(judged);
  expect(Array.from(dataset.scores('human').values)).toEqual([2, 2, NaN, NaN, 3, NaN]);
  expect(dataset.scores('human_fluency').values[5]).toBe(5);
  expect([...dataset.views!]).toEqual([
    ['human', { criterion: 'human', rule: 'mean' }],
    ['human_fluency', { criterion: 'fluency', rule: 'mean' }],
  ]);
});

test('a score that the data gives stays, and its empty cells are filled', () => {
  const dataset = datasetFromItems([{ ...judged[0], scores: { x: { human: 9 }, y: { human: null } } }]);
  expect(Array.from(dataset.scores('human').values)).toEqual([9, 2]);
  expect(dataset.views!.get('human')).toEqual({ criterion: 'human' });
});

test('a column of one rater is a part of the column of its criterion', () => {
  const dataset = datasetFromItems([{ ...judged[0], scores: { x: { human: 2, human_ann: 4 } } }]);
  expect(dataset.views!.get('human_ann')).toEqual({ criterion: 'human', rater: 'ann' });
});

test('the median of an even number of judgements is between the two in the middle', () => {
  const { judgements } = datasetFromItems([
    { id: 'a', judgements: [1, 9, 2, 4].map((value, r) => ({ system: 'x', rater: `r${r}`, value })) },
  ]);
  expect(judgementView(judgements!, { criterion: 0, rule: 'median', systems: 1 })!.values[0]).toBe(3);
  expect(judgementView(judgements!, { criterion: 0, systems: 1 })!.values[0]).toBe(4);
});

test('a severe rater counts like the others once ratings are standardised', () => {
  const rows = [
    [1, 5],
    [2, 7],
    [3, 9],
  ];
  const { judgements } = datasetFromItems(
    rows.map(([ann, bob], i) => ({
      id: i,
      judgements: [
        { system: 'x', rater: 'ann', value: ann },
        { system: 'x', rater: 'bob', value: bob },
      ],
    })),
  );
  const { values } = judgementView(judgements!, { criterion: 0, rule: 'z-mean', systems: 1 })!;
  expect(Array.from(values)).toEqual([-1, 0, 1]);
});

test('levels of an ordered scale count from 1, and lower is better is turned round', () => {
  const dataset = datasetFromItems([
    {
      id: 'a',
      criteria: {
        clear: { scale: 'ordered', levels: ['no', 'rather', 'yes'] },
        errors: { scale: 'numbers', min: 0, better: 'lower' },
        kind: { scale: 'categories', levels: ['poem', 'prose'] },
      },
      judgements: [
        { system: 'x', rater: 'ann', criterion: 'clear', value: 'yes' },
        { system: 'x', rater: 'ann', criterion: 'errors', value: 3 },
        { system: 'x', rater: 'ann', criterion: 'kind', value: 'prose' },
      ],
    },
  ]);
  expect(dataset.metrics).toEqual(['human_clear', 'human_errors']);
  expect(dataset.scores('human_clear').values[0]).toBe(3);
  expect(dataset.scores('human_errors').values[0]).toBe(-3);
  expect(Array.from(dataset.judgements!.values)).toEqual([2, 3, 1]);
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

const one = (judgement: object, more: object = {}): Item[] => [
  {
    id: 'a',
    src: 'Hi',
    tgt: { x: 'Ja 👋' },
    judgements: [{ system: 'x', rater: 'ann', value: 1, ...judgement }],
    ...more,
  },
];

test.each([
  ['a system without output', one({ system: 'z' }), 'must have an output of the system'],
  ['no rater', one({ rater: undefined }), '"rater" must be a text or a number'],
  ['a value that is no number', one({ value: null }), '"value" must be a finite number or a text'],
  ['a time below 0', one({ seconds: -1 }), '"seconds" must be from 0'],
  ['a time of a week', one({ seconds: 604800 }), '"seconds" must be from 0 to less than a week'],
  ['no time at all', one({ time: 'noon' }), '"time" must be such as'],
  ['a span outside the output', one({ spans: [{ from: 0, to: 5 }] }), 'which has 4 characters; it ends at 5'],
  [
    'a span outside the source',
    one({ spans: [{ in: 'src', from: 0, to: 3 }] }),
    'in the source, which has 2 characters',
  ],
  ['a span that ends before it begins', one({ spans: [{ from: 2, to: 1 }] }), '"from" up to "to"'],
  [
    'a value off its scale',
    one({ value: 6 }, { criteria: { human: { scale: 'stars', max: 5 } } }),
    '"value" must be a whole number from 1 to 5; got 6',
  ],
  [
    'an unknown level',
    one({ value: 'perhaps' }, { criteria: { human: { scale: 'ordered', levels: ['no', 'yes'] } } }),
    '"value" must be one of "no", "yes"',
  ],
])('%s is refused with system, rater and reason', (_, items, text) => {
  const error = (() => {
    try {
      datasetFromItems(items);
    } catch (thrown) {
      return thrown as any;
    }
  })();
  expect(error.code).toBe('INVALID_JUDGEMENT');
  expect(error.message).toContain(text);
  expect(error.message).toContain('rater');
});

test('a rater judges a cell once for each criterion', () => {
  const twice = { system: 'x', rater: 'ann', value: 1 };
  const items = [{ id: 'a', judgements: [twice, { ...twice, criterion: 'fluency' }, twice] }];
  expect(() => datasetFromItems(items)).toThrow('a rater judges a cell once');
});

test('numbers and texts are not mixed in a criterion', () => {
  const items = [one({})[0], { ...one({ value: 'good' })[0], id: 'b' }];
  expect(() => datasetFromItems(items)).toThrow('"value" must be a number like those');
});

test.each([
  [{ human: { scale: 'stars' } }, 'whole numbers'],
  [{ human: { scale: 'numbers', min: 3, max: 1 } }, '"min" below "max"'],
  [{ human: { scale: 'ordered', levels: ['a', 'a'] } }, 'at least two different texts'],
  [{ human: { scale: 'percent' } }, 'must have a "scale", one of'],
  [{ human: 5 }, 'must be an object such as'],
  [[], 'must be an object of scales'],
])('a scale that cannot be is refused: %j', (criteria, text) => {
  expect(() => datasetFromItems(one({}, { criteria }))).toThrow(text);
});

test('a scale is declared before or with the first judgement, and alike everywhere', () => {
  const scale = (max: number) => ({ criteria: { human: { scale: 'stars', max } } });
  const [first] = one({});
  expect(() => datasetFromItems([first, { ...first, ...scale(5), id: 'b' }])).toThrow('before or with');
  expect(() =>
    datasetFromItems([
      { ...first, ...scale(5) },
      { ...first, ...scale(4), id: 'b' },
    ]),
  ).toThrow('declared alike everywhere');
});

test('more different texts than categories have are taken for remarks', () => {
  const items = Array.from({ length: 257 }, (_, i) => ({ ...one({ value: `remark ${i}` })[0], id: i }));
  expect(() => datasetFromItems(items)).toThrow('one of the 256 texts before it');
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
