import { describe, expect, test } from 'vitest';
import * as stats from '../src/index.js';
import { thrownBy } from './thrown-by.js';

const short = [1];
const holed = [1, 2, NaN];
const tooLong = { available: 3, offset: 2, stride: 1, length: 5 };

/** Who refuses what: the call, and the fields of its error. */
const refusals: [call: () => unknown, code: stats.StatsErrorCode, fields: object][] = [
  [() => stats.mean([]), 'STA_EMPTY', { subject: 'a mean', got: 0, min: 1 }],
  [() => stats.populationVariance([]), 'STA_EMPTY', { subject: 'a population variance', got: 0, min: 1 }],
  [() => stats.sampleVariance(short), 'STA_EMPTY', { subject: 'a sample variance', got: 1, min: 2 }],
  [() => stats.quantile([], 0.5), 'STA_EMPTY', { subject: 'a quantile', got: 0, min: 1 }],
  [() => stats.confidenceInterval(short), 'STA_EMPTY', { subject: 'a confidence interval', got: 1, min: 2 }],
  [() => stats.wilcoxonSignedRank([]), 'STA_EMPTY', { subject: 'a signed-rank test', got: 0, min: 1 }],
  [() => stats.kendallTauB(short, short), 'STA_EMPTY', { subject: 'Kendall tau-b', got: 1, min: 2 }],
  [() => stats.kendallTauC(short, holed), 'STA_LENGTH_MISMATCH', { subject: 'Kendall tau-c', a: 1, b: 3 }],
  [() => stats.pearson(short, holed), 'STA_LENGTH_MISMATCH', { subject: 'Pearson correlation', a: 1, b: 3 }],
  [() => stats.spearman(holed, holed), 'STA_NOT_A_NUMBER', { subject: 'Spearman correlation', index: 2 }],
  [() => stats.averageRanks(holed), 'STA_NOT_A_NUMBER', { subject: 'ranks', index: 2 }],
  [() => stats.quantile(holed, 0.5), 'STA_NOT_A_NUMBER', { subject: 'a quantile', index: 2 }],
  [() => stats.signedRanks(holed), 'STA_NOT_A_NUMBER', { subject: 'a signed-rank test', index: 2 }],
  [() => stats.confidenceInterval(holed), 'STA_NOT_A_NUMBER', { subject: 'a confidence interval', index: 2 }],
  [
    () => stats.confidenceInterval([1, 2], { level: 1 }),
    'STA_OUT_OF_RANGE',
    { subject: 'the level of a confidence interval', requirement: 'in (0, 1)', got: 1 },
  ],
  [
    () => stats.quantile([1], 2),
    'STA_OUT_OF_RANGE',
    { subject: 'the share of a quantile', requirement: 'in [0, 1]', got: 2 },
  ],
  [() => stats.holm([1.5]), 'STA_OUT_OF_RANGE', { subject: 'a p-value', requirement: 'in [0, 1]', got: 1.5 }],
  [
    () => stats.studentTQuantile(0, 3),
    'STA_OUT_OF_RANGE',
    { subject: 'the share of a t quantile', requirement: 'in (0, 1)', got: 0 },
  ],
  [
    () => stats.studentTQuantile(0.5, 0),
    'STA_OUT_OF_RANGE',
    { subject: 'the degrees of freedom of a t quantile', requirement: 'a number above 0', got: 0 },
  ],
  [
    () => stats.studentTCdf(1, -2),
    'STA_OUT_OF_RANGE',
    { subject: 'the degrees of freedom of a t distribution', requirement: 'a number above 0', got: -2 },
  ],
  [
    () => stats.normalQuantile(1.5),
    'STA_OUT_OF_RANGE',
    { subject: 'the share of a normal quantile', requirement: 'in [0, 1]', got: 1.5 },
  ],
  [() => stats.covarianceMatrix([1, 2, 3], 2), 'STA_EMPTY', { subject: 'a covariance', got: 1, min: 2 }],
  [() => stats.covarianceMatrix(holed, 1), 'STA_NOT_A_NUMBER', { subject: 'a covariance', index: 2 }],
  [
    () => stats.signedRankDistribution(51),
    'STA_OUT_OF_RANGE',
    {
      subject: 'the number of differences of an exact distribution',
      requirement: 'an integer in 0…50',
      got: 51,
    },
  ],
  [() => stats.pairwiseSum(holed, { offset: 2, length: 5 }), 'STA_SLICE_OUT_OF_BOUNDS', tooLong],
];

describe('an error names its subject, what it requires and what came, in fields and in words', () => {
  for (const [call, code, fields] of refusals) {
    test(`${code} of ${Object.values(fields)[0]}`, () => {
      const error = thrownBy(call);
      expect(error.name).toBe('StatsError');
      expect(error.code).toBe(code);
      expect(error.fields).toEqual(fields);
      for (const value of Object.values(fields)) expect(error.message).toContain(String(value));
    });
  }

  test('one value is one value, two are values', () => {
    expect(() => stats.mean([])).toThrow('a mean needs at least 1 value; got 0; leave it out or add data');
    expect(() => stats.sampleVariance([])).toThrow(/needs at least 2 values; got 0/);
  });
});
