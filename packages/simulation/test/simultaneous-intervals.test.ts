import { stream } from '@goldpan/core';
import { mean, sampleStandardDeviation } from '@goldpan/stats';
import { describe, expect, test } from 'vitest';
import { FEW_REPLICATES, fewReplicates } from '../src/few-replicates.js';
import { simultaneousIntervals } from '../src/simultaneous-intervals.js';

/** Normal numbers: the sum of twelve uniform ones, less six. */
function normals(count: number, label: string, index = 0): number[] {
  const rng = stream(5, `test/${label}`, index);
  const one = () => Array.from({ length: 12 }, () => rng.next()).reduce((sum, value) => sum + value, -6);
  return Array.from({ length: count }, one);
}

const half = ({ low, high }: { low: number; high: number }) => (high - low) / 2;

/** Quantile 0.975 of Student's t, as printed in tables: degrees of freedom and value. */
const tables = [
  [1, 12.706],
  [4, 2.776],
  [9, 2.262],
  [29, 2.045],
] as const;

describe('with enough resamplings', () => {
  test('an interval is the estimate ± the deviation, in standard deviations, that 95 of 100 resamplings do not exceed', () => {
    // Deviations of 1, 2, …, 100, every other one downwards; their mean is not 0.
    const values = Array.from({ length: 100 }, (_, r) => (r % 2 ? -1 : 1) * (r + 1));
    const centre = mean(values);
    const sorted = values.map((value) => Math.abs(value - centre)).sort((a, b) => a - b);
    const [{ low, high }] = simultaneousIntervals([7], [values]);
    expect(high).toBeCloseTo(7 + sorted[94], 10);
    expect(low).toBeCloseTo(7 - sorted[94], 10);
    expect(sorted[94]).toBeGreaterThan(sorted[89] + 4);
  });

  test('the level is the share of resamplings whose deviation the interval holds, and is returned', () => {
    const values = normals(300, 'level');
    const centre = mean(values);
    const sorted = values.map((value) => Math.abs(value - centre)).sort((a, b) => a - b);
    for (const level of [0.5, 0.8, 0.99]) {
      const [interval] = simultaneousIntervals([7], [values], { level });
      expect(interval.level).toBe(level);
      expect(half(interval)).toBeCloseTo(sorted[Math.round(300 * level) - 1], 10);
    }
  });

  test('several intervals share the largest deviation among them, each in its own standard deviations', () => {
    const resampled = [normals(400, 'a'), normals(400, 'b').map((value) => 9 * value), normals(400, 'c')];
    const spreads = resampled.map((values) => ({
      centre: mean(values),
      sd: sampleStandardDeviation(values),
    }));
    const largest = resampled[0].map((_, r) =>
      Math.max(...resampled.map((values, e) => Math.abs(values[r] - spreads[e].centre) / spreads[e].sd)),
    );
    const critical = largest.sort((a, b) => a - b)[379];
    const intervals = simultaneousIntervals([1, 2, 3], resampled);
    intervals.forEach((interval, e) => expect(half(interval)).toBeCloseTo(critical * spreads[e].sd, 10));
  });

  test('known noise is taken off the variance, but never more than nine tenths of it', () => {
    const values = normals(500, 'noise');
    const variance = sampleStandardDeviation(values) ** 2;
    const whole = half(simultaneousIntervals([0], [values])[0]);
    const ratio = (noise: number) => (half(simultaneousIntervals([0], [values], { noise })[0]) / whole) ** 2;
    expect(ratio(variance / 4)).toBeCloseTo(3 / 4, 10);
    expect(ratio(0.89 * variance)).toBeCloseTo(0.11, 10);
    for (const noise of [0.95 * variance, variance, 3 * variance]) expect(ratio(noise)).toBeCloseTo(0.1, 10);
  });

  test('what is not known in a resampling counts neither for the spread nor for the largest deviation', () => {
    const values = normals(300, 'known');
    const known = values.filter((_, r) => r % 3 > 0);
    const [some] = simultaneousIntervals([0], [values.map((value, r) => (r % 3 ? value : NaN))]);
    const largest = known
      .map((value) => Math.abs(value - mean(known)))
      .concat(new Array<number>(100).fill(0))
      .sort((a, b) => a - b);
    expect(half(some)).toBeCloseTo(largest[284], 10);
  });

  test('an estimate that never varies has an interval of length 0 and does not change those of others', () => {
    const values = normals(200, 'still');
    const still = new Array<number>(200).fill(0.25);
    const [alone] = simultaneousIntervals([0], [values]);
    expect(simultaneousIntervals([0, 0.3], [values, still])).toEqual([
      alone,
      { low: 0.3, high: 0.3, level: 0.95 },
    ]);
  });
});

describe('with few resamplings', () => {
  test.each(tables)(
    'and %i degrees of freedom an interval is at least as wide as Student says',
    (freedom, t) => {
      const values = normals(freedom + 1, 'few');
      const deviation = sampleStandardDeviation(values);
      expect(half(simultaneousIntervals([0], [values])[0]) / deviation).toBeCloseTo(t, 3);
    },
  );

  test('several intervals share out the 5 % in which one may miss', () => {
    // Quantile 0.975 + 0.0125 of t with 4 degrees of freedom (0.05 / 2 shared out among two), from tables.
    const resampled = [normals(5, 'x'), normals(5, 'y')];
    const deviation = sampleStandardDeviation(resampled[0]);
    expect(half(simultaneousIntervals([0, 0], resampled)[0]) / deviation).toBeCloseTo(3.495, 2);
  });

  test('of the variance at least its own standard error is kept, and more noise than that is not believed', () => {
    const values = normals(9, 'kept');
    const variance = sampleStandardDeviation(values) ** 2;
    const whole = half(simultaneousIntervals([0], [values])[0]);
    expect((half(simultaneousIntervals([0], [values], { noise: variance })[0]) / whole) ** 2).toBeCloseTo(
      0.5,
      10,
    );
    expect((half(simultaneousIntervals([0], [values], { noise: variance / 4 })[0]) / whole) ** 2).toBeCloseTo(
      0.75,
      10,
    );
    const two = half(simultaneousIntervals([0], [[1, 2]], { noise: 5 })[0]);
    expect(two).toBeCloseTo(half(simultaneousIntervals([0], [[1, 2]])[0]), 10);
  });

  test('from one resampling, or none, nothing is known', () => {
    for (const values of [[3], [NaN, 3], []]) {
      expect(simultaneousIntervals([1], [values])).toEqual([{ low: -Infinity, high: Infinity, level: 0.95 }]);
    }
  });

  test('the result warns, and says how many would do', () => {
    expect(fewReplicates(FEW_REPLICATES)).toEqual([]);
    expect(fewReplicates(99)).toEqual([
      { code: 'FEW_REPLICATES', text: expect.stringMatching(/99 replicates.* Use 100 or more/) },
    ]);
  });
});

describe('over 600 sets of resamplings, all intervals hold the truth', () => {
  /** In how many of 600 sets the intervals of some normal estimates all hold 0. */
  function covered(estimates: number, resamplings: number): number {
    return Array.from({ length: 600 }, (_, set) => {
      const found = normals(estimates, `estimates ${estimates}`, set);
      const resampled = found.map((_, e) =>
        normals(resamplings, `resampled ${resamplings}`, set * estimates + e),
      );
      const intervals = simultaneousIntervals(found, resampled);
      return intervals.every(({ low, high }) => low <= 0 && high >= 0);
    }).filter(Boolean).length;
  }
  // 570 expected, standard deviation 5.3; with few resamplings c is at least the right one.
  test.each([
    [1, 5, 554, 586],
    [1, 30, 554, 586],
    [3, 8, 554, 600],
    [2, 150, 550, 586],
  ])('%i at once, from %i resamplings', (estimates, resamplings, least, most) => {
    const count = covered(estimates, resamplings);
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });
});
