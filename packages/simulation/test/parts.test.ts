import { expect, test } from 'vitest';
import { measures } from '@goldpan/evaluation';
import { parseGoal } from '../src/index.js';
import { fewUnitsFactor } from '../src/few-units.js';
import { itemsAt } from '../src/items-at.js';
import { neededShare } from '../src/needed-share.js';
import { replicateShare } from '../src/replicate-share.js';
import { documentNumbers, resampler } from '../src/resample.js';
import { simultaneousIntervals, widened } from '../src/simultaneous-intervals.js';
import { pilot } from './setting.js';

test('goals are read, and what is no goal is refused with the list', () => {
  expect(parseGoal('spa=0.95')).toMatchObject({ measure: 'spa', value: 0.95, higherIsBetter: true });
  expect(parseGoal('error=2.5')).toMatchObject({ measure: 'mean-absolute-error', higherIsBetter: false });
  expect(parseGoal('random@50%')).toMatchObject({ measure: 'spa', value: null, randomShare: 0.5 });
  expect(parseGoal('same-best')).toMatchObject({ measure: 'same-best', value: 1 });
  expect(parseGoal('pairwise=0.9')).toMatchObject({ measure: 'pairwise-accuracy', higherIsBetter: true });
  for (const text of [
    '',
    'spa',
    'spa=',
    'spa=2',
    'spa=0',
    'kendall=x',
    '__proto__=1',
    'random@0%',
    'random@100%',
    'best',
  ]) {
    expect(() => parseGoal(text), text).toThrow('must be one of spa=0.95');
  }
});

test('any measure can be a goal, in its own direction and range', () => {
  for (const { name, kind, direction, range } of measures) {
    const value = kind === 'predicate' ? 1 : Math.min(range[1], 3);
    expect(parseGoal(kind === 'predicate' ? name : `${name}=${value}`)).toMatchObject({
      measure: name,
      value,
      higherIsBetter: direction === 'higher',
    });
    if (range[1] < Infinity) expect(() => parseGoal(`${name}=1.01`)).toThrow(`goal "${name}=1.01" must be`);
    expect(() => parseGoal(`${name}=${Math.max(0, range[0])}`)).toThrow('must be one of');
  }
});

test('a measure of a plugin can be a goal', () => {
  const mine = { ...measures[0], name: 'mine', direction: 'lower', range: [0, 9] } as const;
  expect(parseGoal('mine=8', [mine])).toMatchObject({ measure: 'mine', value: 8, higherIsBetter: false });
  expect(() => parseGoal('mine=8')).toThrow('must be one of');
});

test('the needed share is where the goal is reached and stays reached', () => {
  const shares = [0.1, 0.2, 0.3, 0.4];
  const target = { value: 0.9, higherIsBetter: true };
  expect(neededShare([0.5, 0.95, 0.8, 0.9], shares, target)).toBe(0.4);
  expect(neededShare([0.9, 0.95, 0.9, 0.9], shares, target)).toBe(0.1);
  expect(neededShare([0.9, 0.95, 0.9, 0.8], shares, target)).toBeNull();
  expect(neededShare([0.9, 0.95, 0.9, NaN], shares, target)).toBeNull();
  expect(neededShare([3, 1, 0.2, 0.1], shares, { value: 1, higherIsBetter: false })).toBe(0.2);
});

test('a share of items is rounded down, but for rounding errors, and never 0', () => {
  expect([itemsAt(0.29, 100), itemsAt(0.15, 37), itemsAt(0.01, 37), itemsAt(1, 37)]).toEqual([29, 5, 1, 37]);
});

test('a bootstrap draws as many units as there are, a subsample half of them without repetition', () => {
  const data = pilot();
  const bootstrap = resampler({ unit: 'items', method: 'bootstrap' }, 37);
  const drawn = Array.from({ length: 400 }, (_, replicate) => bootstrap(3, replicate));
  expect(drawn.every(({ length }) => length === 37)).toBe(true);
  const counts = new Array<number>(37).fill(0);
  drawn.forEach((items) => items.forEach((item) => counts[item]++));
  // 400 expected of each, standard deviation 20.
  for (const count of counts) expect(Math.abs(count - 400)).toBeLessThan(100);
  const subsample = resampler({ unit: 'items', method: 'subsample' }, 37)(3, 0);
  expect(new Set(subsample).size).toBe(19);
  expect([...subsample]).toEqual([...subsample].sort((a, b) => a - b));
  const documents = documentNumbers(data, { unit: 'documents', method: 'bootstrap' })!;
  const whole = resampler({ unit: 'documents', method: 'subsample' }, 37, documents)(3, 0);
  const drawnDocuments = new Set([...whole].map((item) => documents[item]));
  expect(whole.length).toBe([...documents].filter((document) => drawnDocuments.has(document)).length);
});

test('simultaneous intervals are wider than pointwise ones, and noise is taken off', () => {
  const values = (factor: number) => Array.from({ length: 1000 }, (_, r) => Math.sin(r * factor));
  const [alone] = simultaneousIntervals([0], [values(1.3)]);
  const [together] = simultaneousIntervals([0], [values(1.3), values(2.7), values(0.9)]);
  expect(together.high).toBeGreaterThanOrEqual(alone.high);
  const [quiet] = simultaneousIntervals([0], [values(1.3)], { noise: 0.25 });
  expect(quiet.high / alone.high).toBeCloseTo(Math.sqrt(0.5), 2);
  expect(simultaneousIntervals([0.3], [[1, 1, 1]])[0]).toEqual({ low: 0.3, high: 0.3, level: 0.95 });
});

test('a share of a subsample stands for the share of the whole data that misses the mean by as much', () => {
  const [method, measure] = ['subsample', 'kendall'] as const;
  expect(replicateShare(0.3, { method: 'bootstrap', measure })).toBe(0.3);
  expect(replicateShare(1, { method, measure })).toBe(1);
  const items = 200;
  const k = replicateShare(0.3, { method, measure }) * (items / 2);
  expect(1 / k - 1 / (items / 2)).toBeCloseTo(1 / (0.3 * items) - 1 / items, 12);
});

test('for SPA, whose p-values are easier to meet the fewer items there are, the odds of a share grow less', () => {
  const odds = (share: number) => share / (1 - share);
  const share = replicateShare(0.3, { method: 'subsample', measure: 'spa' });
  expect(odds(share) / odds(0.3)).toBeCloseTo(2 ** (2 / 3), 12);
  expect(replicateShare(1, { method: 'subsample', measure: 'spa' })).toBe(1);
});

test('a test set larger than the data begins with a bootstrap replicate and goes on with others', () => {
  const size = 100;
  const drawn = resampler({ unit: 'items', method: 'bootstrap', items: size }, 37)(3, 8);
  expect(drawn).toHaveLength(size);
  expect(drawn.slice(0, 37)).toEqual(resampler({ unit: 'items', method: 'bootstrap' }, 37)(3, 8));
  expect(drawn.slice(37, 74)).not.toEqual(drawn.slice(0, 37));
  expect(Math.max(...drawn)).toBeLessThan(37);
});

test('a larger test set of documents has them whole, but for the last', () => {
  const documents = documentNumbers(pilot(), { unit: 'documents', method: 'bootstrap' })!;
  const drawn = resampler({ unit: 'documents', method: 'bootstrap', items: 90 }, 37, documents)(0, 1);
  expect(drawn).toHaveLength(90);
  const members = Array.from(documents.keys()).filter((item) => documents[item] === documents[drawn[0]]);
  expect(members.length).toBeGreaterThan(1);
  expect(Array.from(drawn.slice(0, members.length))).toEqual(members);
});

test('intervals from few documents are longer, by Student’s t and the lost degree of freedom', () => {
  // qt(.975, 4) / qnorm(.975) · √(5/4) and qt(.975, 29) / qnorm(.975) · √(30/29), by scipy.
  expect(fewUnitsFactor(5)).toBeCloseTo(1.583784, 6);
  expect(fewUnitsFactor(30)).toBeCloseTo(1.061343, 6);
  expect(fewUnitsFactor(1)).toBe(Infinity);
  expect(widened({ low: 1, high: 4, level: 0.9 }, 2, 1.5)).toEqual({ low: 0.5, high: 5, level: 0.9 });
});
