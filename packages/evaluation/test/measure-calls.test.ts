import { defineMeasure, type Measure, type Standing } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { curves, fullData } from '../src/index.js';
import { matrixOf } from './twins.js';

const full = () =>
  fullData(
    matrixOf([
      [2, 4, 0],
      [2, 2, 2],
      [4, 1, 3],
      [4, 1, 3],
    ]),
    { permutations: 20 },
  );

type Parts = Pick<Measure, 'of' | 'along'>;

const measured = (parts: Parts) => () => {
  const shape = { name: 'rude', title: 'Rude', summary: 's', direction: 'higher', range: [0, 1] } as const;
  return curves(full(), [3, 0, 1, 2], { measures: [defineMeasure({ ...shape, ...parts })], sizes: [2, 4] });
};

describe('a measure that is not of this package', () => {
  test.each<[string, (standing: Standing) => void]>([
    ['the means of systems', ({ means }) => means.fill(0)],
    ['the order of systems', ({ order }) => order.reverse()],
    ['the sign flips', ({ flipCounts }) => flipCounts.fill(9)],
    ['the clusters of systems', ({ clusters }) => clusters.clusterOf.fill(9)],
  ])('is named where it changes %s of the subset or of the full data', (what, change) => {
    const text = `measure "rude" must leave data as it is; it changed ${what}`;
    expect(measured({ of: (subset) => (change(subset), 1) })).toThrow(text);
    expect(measured({ of: (_, all) => (change(all), 1) })).toThrow(text);
    const along = (all: Standing) => {
      // What it keeps from its beginning is looked at after each call.
      const kept = { ...all, means: all.means, order: all.order, clusters: all.clusters };
      return () => (change({ ...kept, flipCounts: all.flipCounts }), 1);
    };
    expect(measured({ of: () => 1, along })).toThrow(text);
  });

  test('is named where it throws', () => {
    const fails = () => {
      throw 'no more';
    };
    expect(measured({ of: fails })).toThrow('measure "rude" failed: no more');
    expect(measured({ of: () => 1, along: fails })).toThrow('measure "rude" failed: no more');
    expect(measured({ of: () => 1, along: () => fails })).toThrow('measure "rude" failed: no more');
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['NaN', NaN],
    ['"0.5"', '0.5'],
    ['{}', Promise.resolve(1)],
  ])('is named where it gives %s', (shown, value) => {
    expect(measured({ of: () => value as number })).toThrow(
      `measure "rude" must give a number; it gave ${shown}`,
    );
  });
});
