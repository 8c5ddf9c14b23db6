import { datasetFromItems } from '@goldpan/core';
import { intraclassCorrelation } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { annotatorAgreement } from '../../src/index.js';

/** The example of Shrout and Fleiss (1979): 4 judges, 6 targets. */
const JUDGES = [
  [9, 6, 8, 7, 10, 6],
  [2, 1, 4, 1, 5, 2],
  [5, 3, 6, 2, 6, 4],
  [8, 2, 8, 6, 9, 7],
];

test('the annotators of a dataset are compared cell by cell', () => {
  const items = JUDGES[0].map((_rating, unit) => ({
    id: unit,
    scores: { A: Object.fromEntries(JUDGES.map((row, rater) => [`human_${rater}`, row[unit]])), B: {} },
  }));
  const columns = JUDGES.map((_row, rater) => `human_${rater}`);
  const { annotators, cells, alpha, table } = annotatorAgreement(datasetFromItems(items), columns);
  expect([cells, annotators[1]]).toEqual([
    6,
    { name: 'human_1', ratings: 6, mean: 2.5, deviation: Math.sqrt(2.7) },
  ]);
  expect(alpha.value).toBeLessThan(0.2);
  expect([table.units, table.raters]).toEqual([12, 4]);
  expectClose(intraclassCorrelation(table, 'ICC(3,1)').value, 0.7148407, { absolute: 5e-8 });
});
