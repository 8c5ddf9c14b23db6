import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactSum } from '../src/kernels/exact-sum.js';
import { capacityOf, wholeCosts } from '../src/kernels/whole-costs.js';

const whole = (...costs: number[]) => wholeCosts(Float64Array.from(costs));

describe('costs as whole numbers', () => {
  test('have as many decimals as needed, up to eight', () => {
    expect(whole(3, 4)).toEqual({ values: Float64Array.of(3, 4), scale: 1, isExact: true });
    expect(whole(0.1, 0.2, 3)).toEqual({ values: Float64Array.of(1, 2, 30), scale: 10, isExact: true });
    expect(whole(1.25, 0.00000001).scale).toBe(1e8);
    expect(whole(1.25, 0.000000001)).toEqual({
      values: Float64Array.of(1.25, 1e-9),
      scale: 1,
      isExact: false,
    });
    expect(whole(Math.PI, 1).isExact).toBe(false);
  });

  test('stay as they are where sums of them would not be exact', () => {
    expect(whole(2 ** 49, 0.5).isExact).toBe(false);
    expect(whole(2 ** 40, 0.5)).toMatchObject({ scale: 10, isExact: true });
    expect(whole(2 ** 50).isExact).toBe(false);
    expect(whole(2 ** 50 - 1).isExact).toBe(true);
  });

  test('are decimals of any size, to the last digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 0, max: 6 }),
        (numbers, decimals) => {
          const costs = Float64Array.from(numbers, (number) => Number(`${number}e-${decimals}`));
          const { values, scale, isExact } = wholeCosts(costs);
          expect(isExact).toBe(true);
          expect(10 ** decimals % scale).toBe(0);
          expect(Array.from(values, (value) => value * (10 ** decimals / scale))).toEqual(numbers);
        },
      ),
      { seed: 15 },
    );
  });

  test('give a budget its capacity: rounded down, but not for a rounding error', () => {
    const tenths = whole(0.1, 0.2);
    expect([0.3, 0.1 + 0.2, 0.39, 0.29999].map((budget) => capacityOf(tenths, budget))).toEqual([3, 3, 3, 2]);
    expect(capacityOf(tenths, 0.3 - 1e-13)).toBe(3);
    expect(capacityOf(tenths, 0.3 - 1e-10)).toBe(2);
    const odd = whole(Math.PI);
    expect(capacityOf(odd, 4)).toBeGreaterThan(4);
    expect(capacityOf(odd, 4)).toBeLessThanOrEqual(4 * (1 + 2e-12));
  });
});

test('a sum does not depend on the order of its terms, large and small', () => {
  expect(exactSum([1, 1e100, 1, -1e100])).toBe(2);
  expect(exactSum([1e100, 1, -1e100, 1])).toBe(2);
  expect(exactSum([])).toBe(0);
  expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
});
