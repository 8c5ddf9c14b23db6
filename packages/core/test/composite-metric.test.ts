import { expect, test } from 'vitest';
import {
  columnsUsed,
  completeScores,
  compositeMetric,
  createRegistry,
  datasetFromItems,
  defineSelector,
  metricOption,
  resolveMetric,
  runSelector,
  takeItems,
  z,
} from '../src/index.js';

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

const plain = defineSelector({
  name: 'plain',
  summary: 'Mean scores of the metric.',
  needs: ['scores'],
  options: z.object({ metric: metricOption().optional() }),
  select: (data, { metric }) => ({
    utilities: completeScores(data, resolveMetric(data, metric)).values.filter((_, cell) => cell % 2 === 0),
  }),
});

test('selectors take the composite where they take a metric, and are known to work on all its parts', async () => {
  const complete = takeItems(dataset, Uint32Array.of(0, 1));
  const configured = { selector: plain, options: { metric: 'composite' } };
  const { utilities } = await runSelector(plain, complete, configured);
  expect(utilities![1]).toBe(compositeMetric(dataset).values[2]);
  expect(columnsUsed(configured, dataset, createRegistry([]))).toEqual(['m', 'k', 'same']);
  expect(complete.scores('composite')).toBe(complete.scores('composite'));
  expect(complete.metrics).not.toContain('composite');
});

test('a column called composite is itself, and without automatic metrics there is none', () => {
  const own = datasetFromItems([{ scores: { a: { composite: 5, m: 1 }, b: { composite: 7, m: 4 } } }]);
  expect([...own.scores('composite').values]).toEqual([5, 7]);
  const configured = { selector: plain, options: { metric: 'composite' } };
  expect(columnsUsed(configured, own, createRegistry([]))).toEqual(['composite']);
  const judged = datasetFromItems([{ scores: { a: { human: 5 }, b: { human: 7 } } }]);
  expect(() => judged.scores('composite')).toThrow(expect.objectContaining({ code: 'UNKNOWN_METRIC' }));
  expect(() => resolveMetric(judged, 'composite')).toThrow(
    expect.objectContaining({ code: 'UNKNOWN_METRIC' }),
  );
});
