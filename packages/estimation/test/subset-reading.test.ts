import { runEstimator, type JudgedData } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { meanEstimator, predictedFullTest, regression, shrunk, subsetReading } from '../src/index.js';
import { judgedOnly, ordinary, population, sample } from './support.js';

const { data } = population({ ...ordinary, items: 61 }, 5);
const everything = Uint32Array.from({ length: 61 }, (_, item) => item);

/** The rows of all matrices, copied out one by one. */
function rowsOf({ systems, judgements, metrics }: JudgedData, rows: readonly number[]): JudgedData {
  const copied = (values: Float64Array) => ({
    items: rows.length,
    systems: systems.length,
    values: Float64Array.from(
      rows.flatMap((row) => [...values.slice(row * systems.length, (row + 1) * systems.length)]),
    ),
  });
  return {
    systems,
    judgements: copied(judgements.values),
    metrics: metrics.map(({ name, scores }) => ({ name, scores: copied(scores.values) })),
  };
}

/** Data as new arrays, so that nothing is remembered of it. */
const fresh = (some: JudgedData) =>
  rowsOf(
    some,
    Array.from({ length: some.judgements.items }, (_, item) => item),
  );

describe('reading subsets by an estimator', () => {
  test.each([meanEstimator, regression, shrunk])(
    'a growing subset is read as each size anew: $name',
    (estimator) => {
      const order = Uint32Array.from(sample(61, 40, 3)).reverse();
      const reader = subsetReading(estimator, data, 7)(everything);
      reader.start(order);
      for (const size of [2, 9, 10, 33]) {
        const judged = judgedOnly(fresh(data), order.slice(0, size));
        const estimate = runEstimator(estimator, judged, { seed: 7 });
        const read = reader.at(size);
        expect(read.means).toEqual(estimate.shrunk);
        const rows = Array.from(estimate.judged).flatMap((item) => [
          ...data.judgements.values.slice(item * 7, item * 7 + 7),
        ]);
        expect(read.fullTest()[1]).toBe(predictedFullTest(estimate, Float64Array.from(rows), { a: 0, b: 2 }));
      }
    },
  );

  test('items drawn with repetition are so many items', () => {
    const drawn = [4, 4, 9, 60, 1, 1, 1, 33, 7, 8, 20, 21];
    const places = Uint32Array.of(11, 0, 1, 5, 6, 2, 9);
    const reader = subsetReading(shrunk, data)(Uint32Array.from(drawn));
    reader.start(places);
    const judged = judgedOnly(rowsOf(data, drawn), places);
    expect(reader.at(7).means).toEqual(runEstimator(shrunk, judged).shrunk);
  });

  test('a second list of items is read as if it were the first', () => {
    const reading = subsetReading(regression, data);
    const [used, unused] = [reading(everything), reading(everything)];
    used.start(Uint32Array.of(8, 3, 5, 50, 40, 30));
    used.at(6);
    for (const reader of [used, unused]) reader.start(Uint32Array.of(1, 2, 30, 44, 12, 60, 9));
    expect(used.at(6).means).toEqual(unused.at(6).means);
  });

  test('twins have p = 1 both ways, and a tie on the judged items alone has not', () => {
    const cells = data.judgements.values;
    const alike = (values: Float64Array) =>
      values.map((value, cell) => (cell % 7 === 3 ? values[cell + 1] : value));
    const tied = { ...data, judgements: { ...data.judgements, values: alike(cells) } };
    const twin = {
      ...tied,
      metrics: data.metrics.map(({ name, scores }) => ({
        name,
        scores: { ...scores, values: alike(scores.values) },
      })),
    };
    const read = (some: JudgedData) => {
      const reader = subsetReading(regression, some)(everything);
      reader.start(Uint32Array.of(5, 6, 7, 8, 9, 10, 11, 12));
      return reader.at(8);
    };
    expect(read(twin).identical(3, 4)).toBe(true);
    expect(read(twin).pValue(3, 4)).toBe(1);
    // Pair (3, 4) follows the 6 + 5 + 4 pairs of the systems before.
    expect(read(twin).fullTest()[15]).toBe(1);
    expect(read(tied).identical(3, 4)).toBe(false);
    expect(read(tied).fullTest()[15]).toBe(0.5);
  });

  test('p-values of one pair in both directions add up to 1', () => {
    const reader = subsetReading(shrunk, data)(everything);
    reader.start(Uint32Array.of(5, 6, 7, 8, 9, 10, 11, 12, 0));
    const read = reader.at(9);
    expect(read.pValue(2, 5) + read.pValue(5, 2)).toBeCloseTo(1, 12);
    expect(read.pValue(0, 6)).toBeLessThan(read.pValue(6, 0));
  });
});
