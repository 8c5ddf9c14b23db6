import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  averageRanks,
  confidenceInterval,
  holm,
  kendallTauB,
  kendallTauC,
  mean,
  median,
  minMaxNormalise,
  normalCdf,
  pairwiseSum,
  pearson,
  populationStandardDeviation,
  populationVariance,
  quantile,
  quantileSorted,
  sampleStandardDeviation,
  sampleVariance,
  signedRankDistribution,
  spearman,
  stepQuantileSorted,
  studentTQuantile,
  wilcoxonSignedRank,
  zScores,
} from '../src/index.js';
import { thrownBy } from './thrown-by.js';

const ulps = (count: number) => ({ relative: count * Number.EPSILON });

const codeOf = (call: () => unknown) => thrownBy(call).code;

describe('sums and moments', () => {
  test('pairwise summation adds eight lanes, where a left-to-right sum rounds differently', () => {
    const values = Array.from({ length: 300 }, () => 0.1);
    expect(pairwiseSum(values)).toBe(29.999999999999996);
    expect(values.reduce((total, value) => total + value, 0)).not.toBe(pairwiseSum(values));
  });

  test("the bits are numpy's around the sizes at which its way of adding changes", () => {
    const tenths = (count: number) => pairwiseSum(Array.from({ length: count }, () => 0.1));
    expect([7, 8, 9].map(tenths)).toEqual([0.7, 0.8, 0.9]);
    const uneven = Array.from({ length: 128 }, (_, i) => 0.1 * (i ** 2 % 7));
    expect(pairwiseSum(uneven)).toBe(25.300000000000004);
    const harmonic = Array.from({ length: 300 }, (_, i) => 1 / (i + 1));
    expect(pairwiseSum(harmonic)).toBe(6.282663880299504);
    const threeColumns = harmonic.flatMap((value) => [7, value, 9]);
    expect(pairwiseSum(threeColumns, { offset: 1, stride: 3 })).toBe(6.282663880299504);
  });

  test('an empty sum is 0, an empty mean is refused', () => {
    expect(pairwiseSum([])).toBe(0);
    expect(codeOf(() => mean([]))).toBe('STA_EMPTY');
    expect(codeOf(() => populationVariance([]))).toBe('STA_EMPTY');
    expect(codeOf(() => sampleVariance([4]))).toBe('STA_EMPTY');
  });

  test('rows and columns of a 2×3 matrix are read in place', () => {
    const matrix = [1, 2, 4, 10, 20, 40];
    expect(mean(matrix, { offset: 3, length: 3 })).toBe(70 / 3);
    expect(mean(matrix, { offset: 2, stride: 3 })).toBe(22);
    expect(populationVariance(matrix, { offset: 1, stride: 3 })).toBe(81);
    expect(sampleVariance(matrix, { offset: 1, stride: 3 })).toBe(162);
  });

  test('a slice outside its array is refused', () => {
    expect(codeOf(() => mean([1, 2, 3], { offset: 1, length: 3 }))).toBe('STA_SLICE_OUT_OF_BOUNDS');
    expect(codeOf(() => mean([1, 2, 3], { stride: 0 }))).toBe('STA_SLICE_OUT_OF_BOUNDS');
    expect(codeOf(() => pairwiseSum([1, 2, 3], { offset: -1 }))).toBe('STA_SLICE_OUT_OF_BOUNDS');
    expect(codeOf(() => pairwiseSum([1, 2, 3], { stride: -1, length: 1 }))).toBe('STA_SLICE_OUT_OF_BOUNDS');
    expect(codeOf(() => pairwiseSum([1, 2, 3], { length: -1 }))).toBe('STA_SLICE_OUT_OF_BOUNDS');
    expect(codeOf(() => pairwiseSum([1, 2, 3], { offset: 0.5, length: 1 }))).toBe('STA_SLICE_OUT_OF_BOUNDS');
    expect(codeOf(() => pairwiseSum([1, 2, 3, 4], { stride: 2, length: 3 }))).toBe('STA_SLICE_OUT_OF_BOUNDS');
  });

  test('a slice of nothing may begin at the end, and adds up to 0', () => {
    expect(pairwiseSum([1, 2, 3], { offset: 3 })).toBe(0);
    expect(pairwiseSum([1, 2, 3], { offset: 3, length: 0 })).toBe(0);
  });

  test('standard deviations are the roots of their variances', () => {
    expect(populationStandardDeviation([1, 3])).toBe(1);
    expect(sampleStandardDeviation([1, 3])).toBe(Math.SQRT2);
  });
});

describe('quantiles', () => {
  test('interpolate as numpy (type 7)', () => {
    const values = [7, 1, 4, 10];
    expect([0, 0.25, 0.5, 0.9, 1].map((p) => quantile(values, p))).toEqual([
      1, 3.25, 5.5, 9.100000000000001, 10,
    ]);
    expect(quantileSorted([3], 0.3)).toBe(3);
  });

  test("step from the nearer neighbour, which gives numpy's last bit", () => {
    expect([0.1, 0.4, 0.5, 0.7].map((p) => quantile([1.1, 0.1], p))).toEqual([
      0.2, 0.5, 0.6000000000000001, 0.8,
    ]);
  });

  test('by steps are always one of the values, an infinity too', () => {
    const sorted = [1, 4, 4, 9, Infinity];
    expect([0, 0.2, 0.21, 0.6, 0.8, 0.81, 1].map((p) => stepQuantileSorted(sorted, p))).toEqual([
      1,
      1,
      4,
      4,
      9,
      Infinity,
      Infinity,
    ]);
    expect(stepQuantileSorted([3], 0.05)).toBe(3);
    expect(codeOf(() => stepQuantileSorted([], 0.5))).toBe('STA_EMPTY');
    expect(codeOf(() => stepQuantileSorted([1], -0.1))).toBe('STA_OUT_OF_RANGE');
    expect(codeOf(() => stepQuantileSorted([1], NaN))).toBe('STA_OUT_OF_RANGE');
  });

  test('the median of an even number of values is the mean of the two in the middle, to the bit', () => {
    expect(median([0.7, 0.1, 0.4, 0.3])).toBe((0.3 + 0.4) / 2);
    expect(median(Float64Array.of(5, -2, 8))).toBe(5);
    expect(codeOf(() => median([]))).toBe('STA_EMPTY');
    expect(codeOf(() => median([1, NaN]))).toBe('STA_NOT_A_NUMBER');
  });

  test('refuse no values, NaN and shares outside [0, 1]', () => {
    expect(codeOf(() => quantile([], 0.5))).toBe('STA_EMPTY');
    expect(codeOf(() => quantile([1, NaN], 0.5))).toBe('STA_NOT_A_NUMBER');
    expect(codeOf(() => quantile([1], 1.01))).toBe('STA_OUT_OF_RANGE');
    expect(codeOf(() => quantile([1], -0.01))).toBe('STA_OUT_OF_RANGE');
    expect(codeOf(() => quantile([1], NaN))).toBe('STA_OUT_OF_RANGE');
  });
});

describe('ranks and correlations', () => {
  test('equal values share the mean of their ranks', () => {
    expect([...averageRanks([30, 10, 30, 20, 30])]).toEqual([4, 1, 4, 2, 4]);
    expect([...averageRanks([Infinity, -Infinity, 0])]).toEqual([3, 1, 2]);
    expect([...averageRanks([])]).toEqual([]);
  });

  test('tau-b and tau-c treat ties differently', () => {
    const a = [1, 2, 3, 4];
    const b = [1, 1, 2, 2];
    expectClose(kendallTauB(a, b), 4 / Math.sqrt(6 * 4), ulps(4));
    expect(kendallTauC(a, b)).toBe(1);
  });

  test('a constant vector has no correlation: NaN', () => {
    for (const correlation of [kendallTauB, kendallTauC, pearson, spearman]) {
      expect(correlation([5, 5, 5], [1, 2, 3])).toBeNaN();
      expect(correlation([1, 2, 3], [0.1, 0.1, 0.1])).toBeNaN();
    }
  });

  test('huge and tiny values do not overflow', () => {
    expectClose(pearson([1e300, 2e300, 4e300], [1e-300, 2e-300, 4e-300]), 1, ulps(4));
  });

  test('vectors that cannot be paired are refused with both lengths', () => {
    expect(() => pearson([1, 2], [1, 2, 3])).toThrow(/same length; got 2 and 3/);
    expect(codeOf(() => kendallTauB([1], [1]))).toBe('STA_EMPTY');
    expect(() => spearman([1, 2, 3], [1, NaN, 3])).toThrow(/NaN at index 1/);
  });
});

describe('the signed-rank test', () => {
  test('p = 1 when all differences are zero', () => {
    expect(wilcoxonSignedRank([0, 0, 0])).toEqual({ statistic: 0, pValue: 1, method: 'permutation' });
    expect(wilcoxonSignedRank(new Float64Array(60)).pValue).toBe(1);
  });

  test('changes method at 13 and 50 differences', () => {
    const ramp = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
    const method = (differences: number[]) => wilcoxonSignedRank(differences).method;
    expect(method(ramp(50))).toBe('exact');
    expect(method(ramp(51))).toBe('normal');
    expect(method([0, ...ramp(12)])).toBe('permutation');
    expect(method([0, ...ramp(13)])).toBe('normal');
    expect(method([2, ...ramp(13)])).toBe('normal');
  });

  test('nothing and NaN are refused', () => {
    expect(codeOf(() => wilcoxonSignedRank([]))).toBe('STA_EMPTY');
    expect(codeOf(() => wilcoxonSignedRank([1, NaN]))).toBe('STA_NOT_A_NUMBER');
    for (const n of [-1, 1.5, 51]) {
      expect(codeOf(() => signedRankDistribution(n))).toBe('STA_OUT_OF_RANGE');
    }
  });

  test('the exact distribution of no difference is a point, and none can be changed from outside', () => {
    expect([...signedRankDistribution(0)]).toEqual([1]);
    signedRankDistribution(3).fill(0);
    expect([...signedRankDistribution(3)].map((p) => p * 8)).toEqual([1, 2, 3, 5, 6, 7, 8]);
  });
});

describe('distributions', () => {
  test('Φ is right to the last places, deep into the tail', () => {
    expect(normalCdf(0)).toBe(0.5);
    expectClose(normalCdf(-0.5), 0.3085375387259869, ulps(4));
    expectClose(normalCdf(-1.96), 0.024997895148220435, ulps(4));
    expectClose(normalCdf(-8), 6.220960574271784e-16, ulps(4));
    expectClose(normalCdf(-34.03), 4.011322260411284e-254, ulps(8));
    expectClose(normalCdf(-37), 5.725571222524577e-300, ulps(8));
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 1, NaN]);
  });

  test("Student's t has the quantiles of the tables", () => {
    expectClose(studentTQuantile(0.975, 1), 12.706204736174694, ulps(2000));
    expectClose(studentTQuantile(0.975, 10), 2.228138851986274, ulps(2000));
    expectClose(studentTQuantile(0.05, 7), -1.8945786050900066, ulps(2000));
    expectClose(studentTQuantile(0.995, 100), 2.6258905214380173, ulps(2000));
    expect(studentTQuantile(0.5, 3)).toBe(0);
    for (const [p, degrees] of [
      [1, 3],
      [0, 3],
      [-0.1, 3],
      [0.5, NaN],
      [0.5, 0],
      [0.5, -2],
    ]) {
      // prettier-ignore
      expect(codeOf(() => studentTQuantile(p, degrees))).toBe('STA_OUT_OF_RANGE');
    }
  });

  test('the interval of the mean uses the standard error, that of a value the deviation', () => {
    const values = [2, 4, 9];
    const t = studentTQuantile(0.975, 2);
    const { low } = confidenceInterval(values);
    expectClose(5 - low, (t * sampleStandardDeviation(values)) / Math.sqrt(3), ulps(8));
    const { low: lowValue } = confidenceInterval(values, { of: 'value' });
    expectClose(5 - lowValue, t * populationStandardDeviation(values), ulps(8));
    expect(codeOf(() => confidenceInterval([1]))).toBe('STA_EMPTY');
    for (const level of [1, 1.5, 0, -0.5, NaN]) {
      expect(() => confidenceInterval(values, { level })).toThrow(/level of a confidence interval/);
    }
  });
});

describe('corrections and scales', () => {
  test("Holm steps down as R's p.adjust", () => {
    expectClose(holm([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02], ulps(4));
    expect([...holm([])]).toEqual([]);
    expect(codeOf(() => holm([0.5, 1.5]))).toBe('STA_OUT_OF_RANGE');
    expect(codeOf(() => holm([0.5, -0.1]))).toBe('STA_OUT_OF_RANGE');
  });

  test('constant values become 0, missing ones stay missing', () => {
    expect([...minMaxNormalise([-3, -3])]).toEqual([0, 0]);
    expect([...minMaxNormalise([2, NaN, 6, 3])]).toEqual([0, NaN, 1, 0.25]);
    expect([...zScores([0.1, 0.1, 0.1])]).toEqual([0, 0, 0]);
    expect([...zScores([1, NaN, 3])]).toEqual([-1, NaN, 1]);
    expect([...zScores([NaN])]).toEqual([NaN]);
  });
});
