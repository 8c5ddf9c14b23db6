import { describe, expect, test } from 'vitest';
import { bootstrapWeights, membersByUnit, resampler } from '../src/index.js';

/** A stream that gives the listed numbers, one after the other, and shuffles by turning round. */
const listed = (numbers: number[]) => {
  let at = 0;
  const shuffle = <T extends { [index: number]: number; readonly length: number }>(array: T): T => {
    const kept = Array.from(array as ArrayLike<number>);
    kept.forEach((value, i) => (array[kept.length - 1 - i] = value));
    return array;
  };
  return { integer: (bound: number) => numbers[at++] % bound, shuffle };
};

describe('resampling', () => {
  const units = membersByUnit([4, 9, 4, 2, 9, 9, 7]);

  test('members are grouped by unit, units in the order of their first member', () => {
    expect(units).toEqual([[0, 2], [1, 4, 5], [3], [6]]);
    expect(membersByUnit(new Float64Array(0))).toEqual([]);
  });

  test('a bootstrap draws as many whole units as there are, with repetition, in the order of the draws', () => {
    expect([...resampler(units, 'bootstrap')(listed([2, 0, 2, 1]))]).toEqual([3, 0, 2, 3, 1, 4, 5]);
  });

  test('a subsample takes the first half of a shuffle, rounded up, whole units in their own order', () => {
    expect([...resampler(units, 'subsample')(listed([]))]).toEqual([3, 6]);
    expect([...resampler(units.slice(0, 3), 'subsample')(listed([]))]).toEqual([1, 4, 5, 3]);
  });

  test('weights count the draws of the bootstrap', () => {
    expect([...bootstrapWeights(4, listed([2, 0, 2, 1]))]).toEqual([1, 1, 2, 0]);
  });
});
