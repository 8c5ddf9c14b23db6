import { expect, test } from 'vitest';
import { compositeMetric, datasetFromItems } from '../src/index.js';

const dataset = datasetFromItems([
  { id: 1, scores: { a: { m: 1, k: 100, human: 9, same: 4 }, b: { m: 3, k: 300, human: 1, same: 4 } } },
  { id: 2, scores: { a: { m: 5, k: null, human: 2, same: 4 }, b: { m: 7, k: 200, human: 3, same: 4 } } },
  { id: 3, scores: { a: { m: 5, k: 200, human: 2, same: 4 }, b: { m: null, k: null, human: 3, same: 4 } } },
]);

test('the composite is the mean of what automatic metrics say in standard deviations, and knows nothing of people', () => {
  const { values } = compositeMetric(dataset);
  const m = (score: number) => (score - 4.2) / Math.sqrt((3.2 ** 2 + 1.2 ** 2 + 0.8 ** 2 * 2 + 2.8 ** 2) / 5);
  const k = (score: number) => (score - 200) / Math.sqrt(20000 / 4);
  const expected = [(m(1) + k(100)) / 2, (m(3) + k(300)) / 2, m(5), (m(7) + k(200)) / 2, (m(5) + k(200)) / 2];
  expected.forEach((value, cell) => expect(values[cell]).toBeCloseTo(value, 12));
  expect(values[5]).toBeNaN();
});

test('a level added to a metric, or another unit, changes nothing; constant metrics alone give 0', () => {
  const shifted = datasetFromItems([
    { id: 1, scores: { a: { m: 1e6 + 2 }, b: { m: 1e6 + 6 } } },
    { id: 2, scores: { a: { m: 1e6 + 10 }, b: { m: 1e6 + 14 } } },
  ]);
  const plain = datasetFromItems([
    { id: 1, scores: { a: { m: 1 }, b: { m: 3 } } },
    { id: 2, scores: { a: { m: 5 }, b: { m: 7 } } },
  ]);
  const found = compositeMetric(shifted).values;
  compositeMetric(plain).values.forEach((value, cell) => expect(found[cell]).toBeCloseTo(value, 9));
  expect([...compositeMetric(dataset, ['same']).values]).toEqual([0, 0, 0, 0, 0, 0]);
});
