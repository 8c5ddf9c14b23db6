import { expect, test } from 'vitest';
import { datasetFromItems, repeatVariance } from '../src/index.js';

const run = (system: string, repeat: unknown, value: number, criterion = 'acc') => ({
  system,
  repeat,
  criterion,
  value,
});

test('repeated runs are a view of the metric of their name, averaged, and never a human column', () => {
  const data = datasetFromItems([
    { judgements: [run('A', 1, 0), run('A', 2, 1), run('B', 1, 0.25)] },
    { scores: { A: { acc: 0.75 } }, judgements: [{ system: 'A', rater: 'ann', value: 3 }] },
  ]);
  expect(data.metrics).toEqual(['acc', 'human']);
  expect([...data.scores('acc').values]).toEqual([0.5, 0.25, 0.75, NaN]);
  expect(data.judgements!.criteria.map(({ name, repeats }) => [name, repeats])).toEqual([
    ['acc', true],
    ['human', undefined],
  ]);
  expect(data.judgements!.raters).toEqual(['repeat 1', 'repeat 2', 'ann']);
});

test.each([
  [[run('A', 0, 1)], '"repeat" must be the number of a run'],
  [[run('A', 1.5, 1)], '"repeat" must be the number of a run'],
  [[{ ...run('A', 1, 1), rater: 'ann' }], 'in place of "rater"'],
  [[run('A', 1, 1), run('A', 1, 0)], 'judges a cell once'],
  [[run('A', 1, 1), { system: 'B', rater: 'ann', criterion: 'acc', value: 2 }], 'not both'],
])('runs that cannot be are refused: %j', (judgements, problem) => {
  expect(() => datasetFromItems([{ judgements }])).toThrow(problem);
});

test('a metric of repeated runs is not judged by raters in a later item either', () => {
  const judged = { system: 'B', rater: 'ann', criterion: 'acc', value: 2 };
  const items = [{ judgements: [run('A', 1, 1)] }, { judgements: [judged] }];
  expect(() => datasetFromItems(items)).toThrow('not both');
});

test('the variance from run to run is the mean over cells, of one system or all', () => {
  const { judgements } = datasetFromItems([
    { judgements: [run('A', 1, 1), run('A', 2, 3), run('B', 1, 5), run('B', 2, 5), run('B', 3, 8)] },
    { judgements: [run('A', 1, 4)] },
  ]);
  expect(repeatVariance(judgements!, 0)).toEqual({ variance: 2.5, cells: 2, runs: 3 });
  expect(repeatVariance(judgements!, 0, 0)).toEqual({ variance: 2, cells: 1, runs: 2 });
  expect(repeatVariance(judgements!, 0, 1)).toEqual({ variance: 3, cells: 1, runs: 3 });
  expect(repeatVariance(judgements!, 7).variance).toBeNaN();
});
