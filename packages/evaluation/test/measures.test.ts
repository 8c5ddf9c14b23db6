import { expectClose } from '@goldpan/testing';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluateSubset, fullData, measures, resolveMeasure, type MeasureName } from '../src/index.js';
import { topWeightedTau } from '../src/measures/top-weighted-kendall.js';
import { matrixOf } from './twins.js';

/**
 * Five items, four systems. Full means: 3, 2, 2, 1 (the second and third tie).
 * On items 0 and 1 the means are 2, 3, 1, 1.
 */
const matrix = matrixOf([
  [2, 4, 0, 2],
  [2, 2, 2, 0],
  [4, 1, 3, 1],
  [4, 1, 2, 1],
  [3, 2, 3, 1],
]);
const full = () => fullData(matrix);
const valueOf = (name: MeasureName, subset: number[]) => evaluateSubset(full(), subset, [name]).values[name];

describe('measures of the subset {0, 1}', () => {
  const given: [MeasureName, number][] = [
    // Pairs a < b for which "a scores below b" is true on both sides or neither: all but (0, 1).
    ['pairwise-accuracy', 5 / 6],
    // Pairs untied on both sides: (0,2) (0,3) (1,3) agree, (0,1) does not; (1,2) and (2,3) are tied on one side.
    ['kendall', 2 / 5],
    ['mean-absolute-error', (1 + 1 + 1 + 0) / 4],
    ['mean-squared-error', 3 / 4],
    ['root-mean-squared-error', Math.sqrt(3 / 4)],
    ['top-percentile', 1 - 1 / 3],
    ['same-best', 0],
    ['same-ranking', 0],
    ['clusters', 1],
    ['top-cluster-f1', 1],
    ['same-clusters', 1],
  ];
  for (const [name, expected] of given) {
    test(`${name} is ${expected}`, () => expectClose(valueOf(name, [0, 1]), expected, { absolute: 1e-15 }));
  }

  test('means, order and clusters come with them', () => {
    const { size, means, clusters, missing } = evaluateSubset(full(), [1, 0]);
    expect(size).toBe(2);
    expect([...means]).toEqual([2, 3, 1, 1]);
    expect([...clusters.order]).toEqual([1, 0, 2, 3]);
    expect([...clusters.pValues]).toEqual([0.5, 0.5, 0.75]);
    expect(missing).toEqual({ policy: 'error', cells: 0, items: 0, dropped: 0 });
  });
});

describe('on all items', () => {
  test('every relative measure has its best value', () => {
    const { values } = evaluateSubset(full(), [0, 1, 2, 3, 4]);
    for (const { name, relative, direction } of measures) {
      if (relative) expectClose(values[name], direction === 'higher' ? 1 : 0, { absolute: 1e-15 });
    }
  });
});

test('pairwise accuracy does not depend on which column comes first, but for ties', () => {
  // Means 1, 2, 3 on all items; 2, 1, 3 on the first.
  const rising = fullData(matrixOf([[2, 1, 3], [0, 3, 3]])); // prettier-ignore
  const falling = fullData(matrixOf([[3, 1, 2], [3, 3, 0]])); // prettier-ignore
  for (const full of [rising, falling])
    expect(evaluateSubset(full, [0], ['pairwise-accuracy']).values['pairwise-accuracy']).toBeCloseTo(
      2 / 3,
      15,
    );
});

test('clusters that differ in one system are not the same', () => {
  // On all 12 items the first system stands alone, on the last six it cannot be told from the second.
  const rows = Array.from({ length: 12 }, (_, i) => [i < 6 ? 5 + i / 10 : 2 + (i % 2) * 1.5, 3, -9 - i]);
  const full = fullData(matrixOf(rows));
  const of = (items: number[]) =>
    evaluateSubset(full, items, ['same-clusters', 'top-cluster-f1', 'clusters']).values;
  expect(full.standing.clusters.count).toBe(3);
  expect(of([6, 7, 8, 9, 10, 11])).toEqual({ 'same-clusters': 0, 'top-cluster-f1': 2 / 3, clusters: 2 });
  expect(of([0, 1, 2, 3, 4, 5])).toEqual({ 'same-clusters': 1, 'top-cluster-f1': 1, clusters: 3 });
});

test('where a side ranks all systems alike, correlations are 0', () => {
  const flat = fullData(matrixOf([[1, 2, 3], [3, 2, 1]])); // prettier-ignore
  const { values } = evaluateSubset(flat, [0]);
  expect([values.kendall, values.spearman, values.pearson, values['top-weighted-kendall']]).toEqual([
    0, 0, 0, 0,
  ]);
});

test('a tie for the best of the full data is forgiven by same-best, not by top-percentile', () => {
  const tied = fullData(matrixOf([[1, 2, 0], [2, 1, 0]])); // prettier-ignore
  const { values } = evaluateSubset(tied, [0], ['same-best', 'top-percentile']);
  expect(values).toEqual({ 'same-best': 1, 'top-percentile': 0.5 });
});

test('the target may be another metric than the one measured', () => {
  const measured = matrixOf([[9, 8], [9, 8], [9, 8]]); // prettier-ignore
  const target = matrixOf([[0, 1], [0, 1], [0, 1]]); // prettier-ignore
  const { values } = evaluateSubset(fullData(target, { measured }), [2, 0]);
  expect(values.kendall).toBe(-1);
  expect(values['mean-absolute-error']).toBe(8);
  expect(values['same-best']).toBe(0);
});

describe('top-weighted tau', () => {
  test('equals SciPy', () => {
    const file = new URL('fixtures/weighted-tau.json', import.meta.url);
    const { cases } = JSON.parse(readFileSync(file, 'utf8'));
    expect(cases.length).toBeGreaterThan(20);
    for (const { full, subset, tau } of cases) {
      expectClose(topWeightedTau(full, subset), tau, { absolute: 1e-12 });
    }
  });

  test('does not depend on the order of the columns, ties included', () => {
    const [full, subset] = [
      [2, 5, 2, 1],
      [1, 3, 2, 2],
    ];
    const turned = topWeightedTau(full.toReversed(), subset.toReversed());
    expectClose(topWeightedTau(full, subset), turned, { absolute: 1e-15 });
  });

  test('a swap at the top costs more than one at the bottom', () => {
    const means = [5, 4, 3, 2, 1];
    const top = topWeightedTau(means, [4, 5, 3, 2, 1]);
    const bottom = topWeightedTau(means, [5, 4, 3, 1, 2]);
    expect(top).toBeLessThan(bottom);
    expect(bottom).toBeLessThan(1);
  });
});

describe('the table of measures', () => {
  test('names are unique and every one is computed', () => {
    const names = measures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(evaluateSubset(full(), [3]).values)).toEqual(names);
  });

  test('an unknown name is refused with the nearest known one', () => {
    expect(() => resolveMeasure('kendal')).toThrow(/no measure "kendal" \(did you mean "kendall"\?\)/);
    expect(() => resolveMeasure('__proto__')).toThrow(/UNKNOWN|no measure/);
    expect(resolveMeasure('clusters').relative).toBe(false);
  });
});
