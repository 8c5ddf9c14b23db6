import { describe, expect, test } from 'vitest';
import { checkJudgedData, type JudgedData } from '../src/index.js';
import { cells, expectError, judgedFour as data } from './support.js';

/** The judgements with one of them changed. */
const judged = (cell: number, value: number): Partial<JudgedData> => ({
  judgements: cells(3, [...data.judgements.values.with(cell, value)]),
});
/** The metric with some of its scores changed. */
const scored = (...changes: [cell: number, score: number][]): Partial<JudgedData> => {
  const values = [...data.metrics[0].scores.values];
  for (const [cell, score] of changes) values[cell] = score;
  return {
    metrics: [
      { name: 'other', scores: data.metrics[0].scores },
      { name: 'm', scores: cells(3, values) },
    ],
  };
};

describe('judged data', () => {
  test.each<Partial<JudgedData>>([
    {},
    { metrics: [] },
    { documents: Int32Array.of(0, 0, 5, 1), domains: Int32Array.of(0, 1, 0, 2) },
    { inclusion: Float64Array.of(1, 0.5, 1e-9, 1) },
    judged(0, -7),
    judged(0, 1e50),
    { judgements: cells(3, [1e-50, 0, NaN, 0, NaN, NaN, NaN, NaN, NaN, 0, -1e-50, NaN]) },
    { judgements: cells(3, new Array<number>(12).fill(0)) },
    { judgements: cells(3, new Array<number>(12).fill(NaN)) },
    scored([0, -1e300]),
  ])('may be such: %j', (change) => expect(checkJudgedData({ ...data, ...change })).toBeUndefined());

  const size = 'must have judgements of a size between 1e-50 and 1e+50, or all 0; the largest, of';
  test.each<[Partial<JudgedData>, string]>([
    [{ systems: [] }, 'must have at least one system; it has none'],
    [
      { systems: ['a', 'b'] },
      'must have one score per item and system; the judgements is 4 × 3 with 12 values, for 4 items and 2 systems',
    ],
    [
      { judgements: { ...data.judgements, values: new Float64Array(11) } },
      'must have one score per item and system; the judgements is 4 × 3 with 11 values, for 4 items and 3 systems',
    ],
    [
      { metrics: [{ name: 'm', scores: cells(3, [1, 2, 3]) }] },
      'must have one score per item and system; metric "m" is 1 × 3 with 3 values, for 4 items and 3 systems',
    ],
    [
      { metrics: [{ name: 'm', scores: cells(2, [1, 2, 3, 4, 5, 6, 7, 8]) }] },
      'must have one score per item and system; metric "m" is 4 × 2 with 8 values, for 4 items and 3 systems',
    ],
    [judged(0, Infinity), 'must have finite judgements; item 1, system "a" has Infinity'],
    [judged(10, -Infinity), 'must have finite judgements; item 4, system "b" has -Infinity'],
    [judged(3, -1.5e50), `${size} item 2, system "a", is -1.5e+50`],
    [
      { judgements: cells(3, [0, 0, NaN, 1e-60, 0, 0, 0, 1e-61, 0, 0, 0, 0]) },
      `${size} item 2, system "a", is 1e-60`,
    ],
    [
      { judgements: cells(3, [1e-60, 0, NaN, 0, 0, 0, 0, 0, 0, 0, 0, 0]) },
      `${size} item 1, system "a", is 1e-60`,
    ],
    [scored([11, Infinity]), 'must have finite metrics; metric "m" has Infinity in item 4, system "c"'],
    [
      scored([0, -Infinity], [1, NaN]),
      'must have finite metrics; metric "m" has -Infinity in item 1, system "a"',
    ],
    [{ ids: ['a', 'b'] }, 'must have one id per item; it has 2 for 4 items'],
    [{ documents: Int32Array.of(0, 1) }, 'must have one number in documents per item; it has 2 for 4 items'],
    [{ domains: new Int32Array(5) }, 'must have one number in domains per item; it has 5 for 4 items'],
    [{ domains: Int32Array.of(0, 1, -1, 0) }, 'must number its domains from 0; item 3 has -1'],
    [{ documents: Int32Array.of(-2, 1, -1, 0) }, 'must number its documents from 0; item 1 has -2'],
    [
      { inclusion: Float64Array.of(1, 1, 1) },
      'must have one inclusion probability per item; it has 3 for 4 items',
    ],
    ...[0, -0.5, 1.5, NaN].map((probability): [Partial<JudgedData>, string] => [
      { inclusion: Float64Array.of(probability, 1, 1, 1) },
      `must have inclusion probabilities above 0 and at most 1; item 1 has ${probability}`,
    ]),
  ])('may not be such: %j', (change, problem) =>
    expectError(
      () => checkJudgedData({ ...data, ...change }),
      'INVALID_JUDGED_DATA',
      `judged data ${problem}; mend what is named, or leave it out`,
    ),
  );

  test('must have every score of a metric; what is missing is counted', async () => {
    await expectError(
      () => checkJudgedData({ ...data, ...scored([3, NaN], [4, NaN], [7, NaN], [8, Infinity]) }),
      'MISSING_SCORES',
      'metric "m" must have a score in every cell, but 3 of 12 cells are missing in 2 items, first in item 2, system "a"',
    );
    await expectError(
      () => checkJudgedData({ ...data, ...scored([2, NaN]) }),
      'MISSING_SCORES',
      '1 of 12 cells are missing in 1 item, first in item 1, system "c"',
    );
  });
});
