import { defineMeasure, type Measure, type Standing } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { measureChecks } from '../src/index.js';

/** The largest difference of the means of a system. */
const largestError = (subset: Standing, full: Standing) =>
  Math.max(...subset.means.map((mean, system) => Math.abs(mean - full.means[system])));

const sound = defineMeasure({
  name: 'largest-error',
  title: 'Largest error',
  summary: 'Largest absolute difference of the means of a system.',
  direction: 'lower',
  range: [0, Infinity],
  of: largestError,
  along: (full) => (subset) => largestError(subset, full),
});

const measuring = (of: Measure['of'], further: Partial<Measure> = {}): Measure => ({
  ...sound,
  along: undefined,
  ...further,
  of,
});

function countsCalls(): Measure {
  let calls = 0;
  return measuring(() => ++calls);
}

interface Broken {
  readonly fault: string;
  readonly check: string;
  readonly measure: Measure;
  readonly says: string;
}

const broken: Broken[] = [
  {
    fault: 'is of another version',
    check: 'has the shape of a measure',
    measure: { ...sound, apiVersion: 2 as never },
    says: 'measure "largest-error" of the plugin must have apiVersion 1; it has 2',
  },
  {
    fault: 'has a range that does not rise',
    check: 'has the shape of a measure',
    measure: { ...sound, range: [1, 0] },
    says: 'must have a range of two rising numbers',
  },
  {
    fault: 'leaves its range',
    check: 'gives a number within its range',
    measure: measuring((subset) => -subset.size),
    says: 'must give a number within its range; it gave -',
  },
  {
    fault: 'divides by the number of systems beyond two',
    check: 'copes with two systems',
    measure: measuring((subset) => 0 / (subset.means.length - 2)),
    says: 'it gave NaN',
  },
  {
    fault: 'divides by the spread of the systems',
    check: 'copes with systems that all tie',
    measure: measuring(({ means }) => 0 / (Math.max(...means) - Math.min(...means))),
    says: 'it gave NaN',
  },
  {
    fault: 'half answers a question of yes or no',
    check: 'gives values of its kind',
    measure: measuring(() => 0.5, { kind: 'predicate' }),
    says: 'must give 1 or 0 as a predicate',
  },
  {
    fault: 'counts halves',
    check: 'gives values of its kind',
    measure: measuring(() => 2.5, { kind: 'count' }),
    says: 'and whole numbers as a count; it gave 2.5',
  },
  {
    fault: 'counts its calls',
    check: 'keeps nothing between calls',
    measure: countsCalls(),
    says: 'must keep nothing between calls; it gave',
  },
  {
    fault: 'sorts the means in place',
    check: 'changes no input',
    measure: measuring((subset) => Math.abs(subset.means.sort()[0])),
    says: 'must leave its inputs as they are',
  },
  {
    fault: 'says the wrong direction',
    check: 'is at its best on the full data, if it compares with them',
    measure: measuring(largestError, { direction: 'higher' }),
    says: 'must be at its best where the subset is the full data; the full data had 0, a subset',
  },
  {
    fault: 'counts sizes along a ranking',
    check: 'gives along a ranking what it gives at each size, if it has a way',
    measure: { ...sound, along: (full) => (subset) => largestError(subset, full) + 1e-9 },
    says: 'must give along a ranking what it gives at each size',
  },
];

describe('a sound measure passes', () => {
  for (const { name, run } of measureChecks(sound)) test(name, run);
});

describe('the kit finds a measure that', () => {
  test.each(broken)('$fault', async ({ check, measure, says }) => {
    const found = measureChecks(measure).find(({ name }) => name === check)!;
    await expect(found.run()).rejects.toThrow(says);
  });

  test('breaks any of the laws: there is a broken measure for each check', () => {
    const caught = broken.map(({ check }) => check);
    const names = measureChecks(sound).map(({ name }) => name);
    expect(names.filter((name) => !caught.includes(name))).toEqual([]);
  });

  test('is none at all, and does not crash', async () => {
    for (const value of [undefined, {}]) {
      const results = await Promise.allSettled(measureChecks(value as never).map(({ run }) => run()));
      expect(results[0].status).toBe('rejected');
    }
  });
});
