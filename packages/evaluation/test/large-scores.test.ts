import { expect, test } from 'vitest';
import { curves, evaluateSubset, fullData, outlyingCells, systemRanks } from '../src/index.js';
import { matrixOf } from './twins.js';

const rows = [[1, 4], [3, 2], [8, 0]]; // prettier-ignore
const scaled = (scale: number) => fullData(matrixOf(rows.map((row) => row.map((score) => score * scale))));
const rootOf = (scale: number) =>
  evaluateSubset(scaled(scale), [0, 1], ['root-mean-squared-error']).values['root-mean-squared-error'];

test('the root of the mean squared error is right where the squares leave the range of doubles', () => {
  for (const scale of [2 ** 600, 2 ** 900, 2 ** -600, 2 ** -900]) {
    expect(rootOf(scale) / scale).toBeCloseTo(rootOf(1), 12);
  }
  expect(evaluateSubset(scaled(2 ** 900), [0, 1, 2], ['root-mean-squared-error']).values).toEqual({
    'root-mean-squared-error': 0,
  });
});

test('a mean squared error that no double can hold is refused, and one that can is exact', () => {
  const squared = (scale: number) => evaluateSubset(scaled(scale), [0, 1], ['mean-squared-error']).values;
  expect(squared(2 ** 500)['mean-squared-error']).toBe(squared(1)['mean-squared-error'] * 2 ** 1000);
  expect(() => squared(2 ** 600)).toThrow('mean-squared-error must have a value that a double can hold');
});

test('systems that tie exactly share their rank, and the next one counts them all', () => {
  expect([...systemRanks([1, 3, 3, 0.5, 3])]).toEqual([4, 1, 1, 5, 1]);
  expect([...systemRanks([2])]).toEqual([1]);
});

test('a measure of somebody else is measured beside those of this package', () => {
  const { measures } = {
    measures: [{ ...spaLike, name: 'items' as const, of: ({ size }: { size: number }) => size }],
  };
  const { values } = curves(scaled(1), [2, 0], { measures: ['kendall', ...measures], sizes: [1, 2] });
  expect([...values.items]).toEqual([1, 2]);
  expect(values.kendall).toHaveLength(2);
});

test('a measure with a faster way along a ranking is followed that way', () => {
  const sizes: number[] = [];
  const along =
    () =>
    ({ size }: { size: number }) =>
      sizes.push(size);
  const measure = { ...spaLike, name: 'followed' as const, of: () => NaN, along };
  const { values } = curves(scaled(1), [1, 2, 0], { measures: [measure], sizes: [1, 3] });
  expect([sizes, [...values.followed]]).toEqual([[1, 3], [1, 2]]); // prettier-ignore
});

const spaLike = {
  apiVersion: 1,
  title: 'Items',
  label: 'items',
  summary: 'Counts.',
  direction: 'higher',
  range: [0, Infinity],
  kind: 'count',
  relative: false,
} as const;

test('a mask among ratings is an outlying cell, farthest first, and missing scores are none', () => {
  const scores = matrixOf([[70, 80, 65], [90, 85, undefined], [-9999, 60, 75], [72, 1e6, 81]]); // prettier-ignore
  expect(outlyingCells(scores).map(({ item, system, score }) => [item, system, score])).toEqual([
    [3, 1, 1e6],
    [2, 0, -9999],
  ]);
});

test('the robust z-score counts standard deviations of a normal distribution', () => {
  // Median 5, deviations 0, 1, 1, 2, 95: the middle one is 1, which is 0.6745 standard deviations.
  const [{ z }] = outlyingCells(matrixOf([[3, 4, 5, 6, 100]]));
  expect(z).toBeCloseTo(95 * 0.6744897501960817, 10);
});

test('where most scores are the same, the mean deviation counts instead; constant scores have no outlying cells', () => {
  const zeros = Array.from({ length: 200 }, () => [0, 0, 0]);
  expect(outlyingCells(matrixOf([...zeros, [0, -1, -50]]))[0]).toMatchObject({
    item: 200,
    system: 2,
    score: -50,
  });
  expect(outlyingCells(matrixOf(zeros))).toEqual([]);
  expect(outlyingCells(matrixOf([[undefined, undefined]]))).toEqual([]);
});

test('the tail of penalties is not outlying, though most scores are 0', () => {
  const penalties = Array.from({ length: 100 }, (_, item) => [
    0,
    item % 3 === 0 ? -1 : 0,
    item % 9 === 0 ? -5 : 0,
  ]);
  expect(outlyingCells(matrixOf([...penalties, [-25, 0, -10]]))).toEqual([]);
});
