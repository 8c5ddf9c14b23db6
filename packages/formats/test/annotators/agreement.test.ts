import { datasetFromItems } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatorAgreement, intraclassCorrelation, krippendorffAlpha } from '../../src/index.js';

const _ = NaN;
/** The example of Krippendorff's "Computing Krippendorff's Alpha-Reliability": 4 observers, 12 units. */
const OBSERVERS = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];
/** The example of Shrout and Fleiss (1979): 4 judges, 6 targets. */
const JUDGES = [
  [9, 6, 8, 7, 10, 6],
  [2, 1, 4, 1, 5, 2],
  [5, 3, 6, 2, 6, 4],
  [8, 2, 8, 6, 9, 7],
];

/** Alpha by its definition: all ordered pairs within units, and all ordered pairs of ratings that can be paired. */
function alphaByPairs(ratings: readonly (readonly number[])[]): number {
  const units = ratings[0]
    .map((_rating, unit) => ratings.map((row) => row[unit]).filter((rating) => !Number.isNaN(rating)))
    .filter((own) => own.length > 1);
  const all = units.flat();
  const pairs = (values: readonly number[]) =>
    values
      .flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [(a - b) ** 2])))
      .reduce((sum, square) => sum + square, 0);
  const observed =
    units.map((own) => pairs(own) / (own.length - 1)).reduce((sum, value) => sum + value, 0) / all.length;
  return 1 - observed / (pairs(all) / (all.length * (all.length - 1)));
}

describe('krippendorffAlpha', () => {
  test('is 0.849 for the published example', () => {
    expectClose(krippendorffAlpha(OBSERVERS), 0.849, { absolute: 0.0005 });
  });

  test('is what the definition by pairs gives', () => {
    const rating = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(NaN));
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating, rating), { minLength: 2, maxLength: 12 }), (units) => {
        const rows = [0, 1, 2].map((rater) => units.map((unit) => unit[rater]));
        const expected = alphaByPairs(rows);
        if (Number.isFinite(expected)) expectClose(krippendorffAlpha(rows), expected, { absolute: 1e-9 });
        else expect(krippendorffAlpha(rows)).toBeNaN();
      }),
    );
  });

  test('is 1 where all agree and NaN where there is nothing to compare', () => {
    expect(
      krippendorffAlpha([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toBe(1);
    for (const none of [
      [],
      [[1, 2]],
      [
        [1, _],
        [_, 2],
      ],
      [
        [5, 5],
        [5, 5],
      ],
    ])
      expect(krippendorffAlpha(none)).toBeNaN();
  });
});

describe('intraclassCorrelation', () => {
  test('gives the values of the published example', () => {
    const { oneWay, agreement, consistency, units, completeUnits } = intraclassCorrelation(JUDGES);
    expectClose([oneWay, agreement, consistency], [0.1657418, 0.2897638, 0.7148407], { absolute: 5e-8 });
    expect([units, completeUnits]).toEqual([6, 6]);
  });

  test('leaves incomplete units out of the two-way forms, and single ratings out of all', () => {
    const wider = JUDGES.map((row, rater) => [...row, rater === 0 ? 3 : _, rater < 2 ? 4 + rater : _]);
    const result = intraclassCorrelation(wider);
    expectClose([result.agreement, result.consistency], [0.2897638, 0.7148407], { absolute: 5e-8 });
    expect([result.units, result.completeUnits]).toEqual([7, 6]);
    expect(result.oneWay).not.toBe(intraclassCorrelation(JUDGES).oneWay);
  });

  test('is NaN where nothing can be compared', () => {
    expect(intraclassCorrelation([])).toEqual({
      oneWay: NaN,
      agreement: NaN,
      consistency: NaN,
      units: 0,
      completeUnits: 0,
    });
  });
});

test('the annotators of a dataset are compared cell by cell', () => {
  const items = JUDGES[0].map((_rating, unit) => ({
    id: unit,
    scores: { A: Object.fromEntries(JUDGES.map((row, rater) => [`human_${rater}`, row[unit]])), B: {} },
  }));
  const columns = JUDGES.map((_row, rater) => `human_${rater}`);
  const { annotators, cells, alpha, intraclass } = annotatorAgreement(datasetFromItems(items), columns);
  expect([cells, annotators[1]]).toEqual([
    6,
    { name: 'human_1', ratings: 6, mean: 2.5, deviation: Math.sqrt(2.7) },
  ]);
  expectClose(alpha, krippendorffAlpha(JUDGES), { absolute: 1e-12 });
  expectClose(intraclass.consistency, 0.7148407, { absolute: 5e-8 });
});
