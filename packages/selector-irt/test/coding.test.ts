import { expectClose } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import {
  chooseCoding,
  decodeScore,
  encodeScore,
  fitIrt,
  type CodingOptions,
  type ScoreCoding,
} from '../src/index.js';
import { dataOf } from './support.js';

const code = (scores: readonly number[], options: Omit<CodingOptions, 'metric'>) =>
  chooseCoding(
    { items: 1, systems: scores.length, values: Float64Array.from(scores) },
    { metric: 'm', ...options },
  );
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('how scores are mapped', () => {
  test('continuous: within [0, 1] as they are, otherwise by a line that can be undone', () => {
    expect(code([0.2, 0.7, NaN], { model: 'continuous-2pl' })).toEqual({ kind: 'as-is' });
    const line = code([-25, 0, NaN, -3], { model: 'continuous-4pl' });
    expect(line).toEqual({ kind: 'linear', low: -25, high: 0 });
    for (const score of [-25, -3, 0])
      expectClose(decodeScore(line, encodeScore(line, score)), score, { absolute: 1e-12 });
    expect(encodeScore(line, -25)).toBe(0);
    expect(encodeScore(line, 0)).toBe(1);
    expect(encodeScore(line, NaN)).toBeNaN();
    expect(code([2, 4], { model: 'continuous-2pl', range: [1, 5] })).toEqual({
      kind: 'linear',
      low: 1,
      high: 5,
    });
  });

  test('binary: 0 and 1 as they are, otherwise split at or above a threshold, when asked', () => {
    expect(code([0, 1, 1], { model: '3pl' })).toEqual({ kind: 'as-is' });
    const median = code([3, 1, 7, 5], { model: '2pl', binarise: 'median' });
    expect(median).toEqual({ kind: 'binary', threshold: 4 });
    expect([3, 4, 5].map((score) => encodeScore(median, score))).toEqual([0, 1, 1]);
    expect(code([1, 2, 6], { model: '2pl', binarise: 'mean' })).toEqual({ kind: 'binary', threshold: 3 });
    expect(code([1, 2, 6], { model: '2pl', binarise: 1.5 })).toEqual({ kind: 'binary', threshold: 1.5 });
  });

  test('graded: the sorted levels, and between them a line', () => {
    const levels: ScoreCoding = code([5, 1, 2, 2, NaN], { model: 'graded' });
    expect(levels).toEqual({ kind: 'levels', levels: [1, 2, 5] });
    expect([1, 2, 5].map((score) => encodeScore(levels, score))).toEqual([0, 1, 2]);
    expect([0, 1, 1.5, 2].map((value) => decodeScore(levels, value))).toEqual([1, 2, 3.5, 5]);
  });

  test.each([
    ['IRT_NOT_BINARY', [0, 0.5, 1], { model: '2pl' }],
    ['IRT_BAD_THRESHOLD', [1, 2, 6], { model: '2pl', binarise: NaN }],
    ['IRT_BAD_THRESHOLD', [1, 2, 6], { model: '2pl', binarise: 1 }],
    ['IRT_BAD_THRESHOLD', [1, 1, 1, 6], { model: '1pl', binarise: 'median' }],
    ['IRT_UNUSED_OPTION', [0, 0.5, 1], { model: 'graded', binarise: 'mean' }],
    ['IRT_UNUSED_OPTION', [0, 1], { model: '2pl', range: [0, 1] }],
    ['IRT_NOT_GRADED', [0, 1, 0], { model: 'graded' }],
    ['IRT_NOT_GRADED', Array.from({ length: 13 }, (_, k) => k), { model: 'graded' }],
    ['IRT_OUTSIDE_RANGE', [0, 6], { model: 'continuous-2pl', range: [0, 5] }],
    ['IRT_OUTSIDE_RANGE', [1, 2], { model: 'continuous-2pl', range: [5, 0] }],
    ['IRT_NO_SCORES', [NaN, NaN], { model: 'continuous-2pl' }],
    ['CONSTANT_METRIC', [3, 3, NaN], { model: 'continuous-2pl' }],
  ] as const)('%s: %j for %j', (expected, scores, options) => {
    expect(codeOf(() => code(scores, options as Omit<CodingOptions, 'metric'>))).toBe(expected);
  });
});

test('the model that is fitted by default follows the scores', () => {
  expect(
    fitIrt(
      dataOf([
        [0, 1, NaN],
        [1, 0, 1],
      ]),
      { metric: 'm' },
    ).model,
  ).toBe('2pl');
  expect(
    fitIrt(
      dataOf([
        [0, 3, 1],
        [1, 0, 1],
      ]),
      { metric: 'm' },
    ).model,
  ).toBe('continuous-2pl');
  expect(
    fitIrt(
      dataOf([
        [0, 3, 1],
        [1, 0, 1],
      ]),
      { metric: 'm', binarise: 'mean' },
    ).model,
  ).toBe('2pl');
});

test('a single system, and noise for a binary model, are refused', () => {
  expect(codeOf(() => fitIrt(dataOf([[0], [1]]), { metric: 'm' }))).toBe('TOO_FEW_SYSTEMS');
  expect(codeOf(() => fitIrt(dataOf([[0, 1]]), { metric: 'm', noise: 'scaled' }))).toBe('IRT_UNUSED_OPTION');
  expect(codeOf(() => fitIrt(dataOf([[0, 1]]), { metric: 'n' }))).toBe('UNKNOWN_METRIC');
});
