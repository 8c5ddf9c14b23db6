import { expectClose } from '@goldpan/testing';
import { expect, test } from 'vitest';
import { medianAbsoluteDeviation, regressionLine, skewness, withoutPauses } from '../src/index.js';
import golden from './fixtures/summary.json' with { type: 'json' };
import { thrownBy } from './thrown-by.js';

const close = { relative: 1e-12 };

test('skewness is the adjusted one of SciPy, for masks, ties and offsets too', () => {
  expect(golden.vectors).toHaveLength(6);
  for (const { values, skewness: expected } of golden.vectors)
    expectClose(skewness(Float64Array.from(values)), expected, close);
  expect(skewness([2, 2, 2])).toBeNaN();
  expect(skewness([1, 5, 3, 2]) + skewness([-1, -5, -3, -2])).toBe(0);
  expect(thrownBy(() => skewness([1, 2]))).toMatchObject({ code: 'STA_EMPTY', fields: { min: 3, got: 2 } });
  expect(thrownBy(() => skewness([1, NaN, 2]))).toMatchObject({
    code: 'STA_NOT_A_NUMBER',
    fields: { index: 1 },
  });
});

test('the median absolute deviation is that of SciPy', () => {
  for (const { values, deviation } of golden.vectors)
    expectClose(medianAbsoluteDeviation(Float64Array.from(values)), deviation, close);
  expect(medianAbsoluteDeviation([7])).toBe(0);
  expect(thrownBy(() => medianAbsoluteDeviation([]))).toMatchObject({
    code: 'STA_EMPTY',
    fields: { min: 1 },
  });
  expect(thrownBy(() => medianAbsoluteDeviation([NaN]))).toMatchObject({ code: 'STA_NOT_A_NUMBER' });
});

test('a regression line is that of SciPy; an offset that all values share changes nothing but the means', () => {
  for (const { x, y, slope, intercept, deviation } of golden.lines) {
    const line = regressionLine(x, y)!;
    expectClose(
      [line.slope, line.yMean - line.slope * line.xMean, line.deviation],
      [slope, intercept, deviation],
      {
        relative: 1e-9,
      },
    );
    const far = regressionLine(
      x.map((value) => value + 2 ** 20),
      y.map((value) => value - 2 ** 20),
    )!;
    expectClose([far.slope, far.deviation], [slope, deviation], { relative: 1e-6 });
  }
});

test('a line through points above each other is none, and one through two points leaves no residual to measure', () => {
  expect(regressionLine([3, 3, 3], [1, 5, 2])).toBeUndefined();
  expect(regressionLine([1, 3], [1, 5])).toEqual({ xMean: 2, yMean: 3, slope: 2, square: 2, deviation: NaN });
  expect(thrownBy(() => regressionLine([1], [1]))).toMatchObject({ code: 'STA_EMPTY', fields: { min: 2 } });
  expect(thrownBy(() => regressionLine([1, 2], [1]))).toMatchObject({ code: 'STA_LENGTH_MISMATCH' });
});

test('a pause counts as the median of the steps that hold none; long tasks hold none', () => {
  const steps = Float64Array.of(20, 4000, 30, NaN, 50);
  expect([...withoutPauses(steps)]).toEqual([20, 30, 30, NaN, 50]);
  expect(steps[1]).toBe(4000);
  expect([...withoutPauses(Float64Array.of(200, 250, 900))]).toEqual([200, 250, 900]);
  expect([...withoutPauses(Float64Array.of(1, 2, 3, 25, 40), 10)]).toEqual([1, 2, 3, 25, 2.5]);
  expect([...withoutPauses(Float64Array.of(NaN)), ...withoutPauses(new Float64Array(0))]).toEqual([NaN]);
});
