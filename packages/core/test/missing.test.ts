import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  automaticMetrics,
  completeItems,
  completeScores,
  DatasetBuilder,
  datasetFromItems,
  dropIncompleteItems,
  emptyScoreMatrix,
  isHumanColumn,
  presentMean,
  resolveMetric,
  sharedFloats,
} from '../src/index.js';
import { contents, expectError, items, sample } from './support.js';

const holes = () => {
  const builder = new DatasetBuilder();
  builder.add({ id: 'p', scores: { a: { m: 1, n: 1 }, b: { m: 2, n: 2 } } }, 'f.jsonl:1');
  builder.add({ id: 'q', scores: { a: { m: 3 }, b: { m: null, n: 4 } } }, 'f.jsonl:2');
  builder.add({ id: 'r', scores: { a: { n: 5 }, b: { n: 6 } } }, 'f.jsonl:3');
  return builder.build();
};

describe('missing scores', () => {
  test('are an error with counts, the first place and the way out', async () => {
    await expectError(
      () => completeScores(holes(), 'm'),
      'MISSING_SCORES',
      '3 of 6 cells are missing in 2 items, first in item "q" (f.jsonl:2), system "b"',
      '--missing drop-items',
    );
    await expectError(
      () => completeScores(holes(), 'n'),
      'MISSING_SCORES',
      '1 of 6',
      'in 1 item,',
      'system "a"',
    );
    await expectError(() => completeScores(holes(), 'o'), 'UNKNOWN_METRIC');
    await expectError(
      () => completeScores(datasetFromItems([{ id: 'p', scores: { a: { m: null }, b: { m: 2 } } }]), 'm'),
      'MISSING_SCORES',
      '1 of 2 cells are missing in 1 item, first in item "p", system "a"',
    );
  });

  test('are no error where there are none', () => {
    const data = sample();
    expect(completeScores(data, 'human')).toBe(data.scores('human'));
    expect(dropIncompleteItems(data, data.metrics)).toBe(data);
  });

  test('go with the items that have them, for the metrics named only', async () => {
    expect([...completeItems(holes(), ['m'])]).toEqual([0]);
    expect([...completeItems(holes(), ['n'])]).toEqual([0, 2]);
    expect([...completeItems(holes(), [])]).toEqual([0, 1, 2]);
    expect(contents(dropIncompleteItems(holes(), ['n']))).toMatchObject({
      ids: ['p', 'r'],
      origins: ['f.jsonl:1', 'f.jsonl:3'],
    });
    const none = datasetFromItems([{ scores: { a: { m: 1 }, b: { n: 1 } } }]);
    await expectError(() => dropIncompleteItems(none, ['m', 'n']), 'NOTHING_LEFT', '"m", "n"');
  });

  test('are gone after dropping, and an item without any is kept', () => {
    fc.assert(
      fc.property(items, (list) => {
        const data = datasetFromItems(list);
        const kept = completeItems(data, data.metrics);
        if (kept.length === 0) return;
        const dropped = dropIncompleteItems(data, data.metrics);
        expect(dropped.ids).toEqual([...kept].map((item) => data.ids[item]));
        for (const metric of data.metrics) completeScores(dropped, metric);
      }),
    );
  });

  test('fill a new matrix', () => {
    expect(emptyScoreMatrix(2, 3)).toEqual({ items: 2, systems: 3, values: new Float64Array(6).fill(NaN) });
    expect(sharedFloats(2)).toEqual(Float64Array.of(0, 0));
  });
});

describe('the metric a selector works on', () => {
  const withMetrics = (...metrics: string[]) =>
    datasetFromItems([{ scores: { a: Object.fromEntries(metrics.map((metric) => [metric, 1])) } }]);

  test('is the one named, or the only automatic one', () => {
    expect(resolveMetric(sample(), 'human')).toBe('human');
    expect(resolveMetric(sample())).toBe('comet');
    expect(resolveMetric(withMetrics('human_2', 'bleu', 'human'))).toBe('bleu');
  });

  test('must be named where there are more, or none', async () => {
    await expectError(
      () => resolveMetric(withMetrics('a', 'b', 'human')),
      'METRIC_NOT_CHOSEN',
      'has 2',
      '"a", "b"',
    );
    await expectError(
      () => resolveMetric(withMetrics('human')),
      'METRIC_NOT_CHOSEN',
      'the data has',
      '"human"',
    );
    await expectError(() => resolveMetric(withMetrics()), 'METRIC_NOT_CHOSEN', 'has none', 'add scores');
    await expectError(() => resolveMetric(sample(), 'commet'), 'UNKNOWN_METRIC', 'did you mean "comet"?');
  });

  test('is no human column', () => {
    expect(['human', 'human_2', 'humane', 'comet'].map(isHumanColumn)).toEqual([true, true, false, false]);
    expect(automaticMetrics(withMetrics('human_b', 'x', 'human'))).toEqual(['x']);
  });
});

test('the mean of present scores counts what is there, and is NaN where nothing is', () => {
  expect(presentMean(Float64Array.of(NaN, 2, 7, NaN, 3))).toBe(4);
  expect(presentMean(Float64Array.of(NaN, NaN))).toBeNaN();
});
