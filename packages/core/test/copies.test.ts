import { describe, expect, test } from 'vitest';
import {
  criterionCells,
  DatasetBuilder,
  datasetFromItems,
  isCopy,
  takeItems,
  takeSystems,
  type Item,
} from '../src/index.js';
import { expectError } from './support.js';

/** B and C wrote what A wrote of item 0; raters judged A for them all, and D by itself. */
const items: Item[] = [
  {
    id: 0,
    judgements: [
      ...['ann', 'bob'].flatMap((rater, r) => [
        { system: 'A', rater, value: 2 + r },
        { system: 'B', rater, value: 2 + r, copyOf: 'A' },
        { system: 'C', rater, value: 2 + r, copyOf: 'A' },
      ]),
      { system: 'D', rater: 'ann', value: 5 },
    ],
  },
  { id: 1, judgements: ['A', 'B', 'C', 'D'].map((system, value) => ({ system, rater: 'ann', value })) },
];
const dataset = datasetFromItems(items);
const answered = ({ judgements, systems }: typeof dataset) =>
  criterionCells(judgements!, 0).map(({ item, system, judgements: list }) => [
    item,
    systems[system],
    list.length,
  ]);

describe('judgements of identical outputs', () => {
  test('count as the one answer that they are copies of, and as scores of every system', () => {
    const { judgements, scores } = dataset;
    expect(judgements!.size).toBe(11);
    expect(Array.from(judgements!.copyOf!)).toEqual([-1, 0, 0, -1, 0, 0, -1, -1, -1, -1, -1]);
    expect([0, 1].map((j) => isCopy(judgements!.copyOf, j))).toEqual([false, true]);
    expect(answered(dataset)).toEqual([
      [0, 'A', 2],
      [0, 'D', 1],
      [1, 'A', 1],
      [1, 'B', 1],
      [1, 'C', 1],
      [1, 'D', 1],
    ]);
    expect(Array.from(scores('human').values.subarray(0, 4))).toEqual([2.5, 2.5, 2.5, 5]);
  });

  test('leave the answer to one of them where the system that was judged is left out', () => {
    const rest = takeSystems(dataset, [3, 2, 1]);
    expect(answered(rest).slice(0, 2)).toEqual([
      [0, 'B', 2],
      [0, 'D', 1],
    ]);
    expect(Array.from(rest.judgements!.copyOf!)).toEqual([-1, 2, -1, 2, -1, -1, -1, -1]);
    expect(answered(takeItems(dataset, [1, 0]))).toHaveLength(6);
  });

  test('do not weigh on the scale of their rater', () => {
    const standardised = (records: readonly object[]) => {
      const builder = new DatasetBuilder({ rule: () => 'z-mean' });
      for (const record of records) builder.add(record);
      return builder.build().scores('human').values;
    };
    const answers = items.map(({ judgements, ...item }) => ({
      ...item,
      judgements: (judgements as object[]).filter((one) => !('copyOf' in one)),
    }));
    expect(standardised(items)[0]).toBe(standardised(answers)[0]);
    expect(standardised(items)[1]).toBe(standardised(items)[0]);
  });

  test('hand on what the judged one took and marked to the copy that stands for it', () => {
    const spans = [{ from: 0, to: 2, severity: 'minor' }];
    const judged = datasetFromItems([
      {
        judgements: [
          { system: 'A', rater: 'ann', value: 2, copyOf: 'B', seconds: 99 },
          { system: 'B', rater: 'ann', value: 2, seconds: 12.5, time: '2026-05-01T00:00:10Z', spans },
          { system: 'C', rater: 'ann', value: 2, copyOf: 'B' },
        ],
      },
    ] as Item[]);
    const rest = takeSystems(
      judged,
      ['A', 'C'].map((name) => judged.systems.indexOf(name)),
    );
    expect(Array.from(rest.judgements!.copyOf!)).toEqual([-1, 0]);
    expect(Array.from(rest.judgements!.seconds!)).toEqual([12.5, NaN]);
    expect(Array.from(rest.judgements!.times!)[0]).toBe(Date.UTC(2026, 4, 1, 0, 0, 10));
    expect(Array.from(rest.judgements!.spans!.starts)).toEqual([0, 1, 1]);
  });

  const copies = (judgements: readonly object[], tgt?: object) => [
    { judgements: judgements.map((one) => ({ rater: 'ann', value: 1, ...one })), ...(tgt && { tgt }) },
  ];
  const other = '"copyOf" must be the name of another system of the item; got';
  const texts = { A: 'a', B: 'b', C: 'a' };
  test.each([
    [[{ system: 'A', copyOf: 'A' }], `${other} "A"`],
    [[{ system: 'A', copyOf: 3 }], `${other} 3`],
    [[{ system: 'A', copyOf: 'B' }], 'there is no such judgement of "B"'],
    [[{ system: 'A', copyOf: '__proto__' }], 'there is no such judgement of "__proto__"'],
    [[{ system: 'B' }, { system: 'A', copyOf: 'B', rater: 'bob' }], 'no such judgement of "B"'],
    [[{ system: 'B' }, { system: 'A', copyOf: 'B', criterion: 'tone' }], 'no such judgement of "B"'],
    [
      [
        { system: 'A', copyOf: 'B' },
        { system: 'B', copyOf: 'A' },
      ],
      'judged itself; the judgement of "B" is a copy, too',
    ],
    [
      [{ system: 'C' }, { system: 'B', copyOf: 'C' }, { system: 'A', copyOf: 'B' }],
      'judged itself; the judgement of "B" is a copy, too',
    ],
    [
      [
        { system: 'B', value: 4 },
        { system: 'A', copyOf: 'B' },
      ],
      'that is copied, 4; got 1',
    ],
  ])('%j are refused: %s', (judgements, problem) =>
    expectError(() => datasetFromItems(copies(judgements) as Item[]), 'INVALID_JUDGEMENT', problem),
  );

  test('are refused where the outputs differ, and taken where they nearly agree', () => {
    const of = (copyOf: string, tgt: object) =>
      datasetFromItems(copies([{ system: copyOf }, { system: 'A', copyOf }], tgt) as Item[]);
    expectError(() => of('B', texts), 'INVALID_JUDGEMENT', 'identical output; that of "B" is another');
    expect(of('C', texts).size).toBe(1);
    const long = 'as long as texts must be';
    expect(of('C', { A: long, C: `${long} .` }).size).toBe(1);
    expectError(() => of('C', { A: long, C: `${long} ...` }), 'INVALID_JUDGEMENT');
  });
});

test('where the judged one is left out, copies that are not nearly each other stand for themselves; marks go with an equal text', () => {
  const x = 'the quick brown fox jumps over it';
  const tgt = { x, y: x.replace('the', 'THe'), z: x.replace('it', 'IT'), w: x.replace('the', 'THe') };
  const judgements = [
    { system: 'x', rater: 'ann', value: 3, seconds: 9, spans: [{ from: 0, to: 2 }] },
    ...['y', 'z', 'w'].map((system) => ({ system, rater: 'ann', value: 3, copyOf: 'x' })),
  ];
  const judged = datasetFromItems([{ tgt, judgements }] as Item[]);
  const left = takeSystems(
    judged,
    ['w', 'y', 'z'].map((name) => judged.systems.indexOf(name)),
  ).judgements!;
  // Of y, z and w in the order of the judgements: w is a copy of y.
  expect(Array.from(left.copyOf!)).toEqual([-1, -1, 1]);
  expect(Array.from(left.seconds!)).toEqual([9, NaN, NaN]);
  expect(Array.from(left.values)).toEqual([3, 3, 3]);
  expect(Array.from(left.spans!.starts)).toEqual([0, 0, 0, 0]);
});
