import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stream, type Rng } from '../src/index.js';

const draw = (rng: Rng, count: number) => Array.from({ length: count }, () => rng.next());

describe('streams are frozen: no release may change these numbers', () => {
  test.each<[number, string, number, number[], number[], string]>([
    [
      0,
      'selector/random',
      0,
      [0.8646681527634619, 0.45456381560081793, 0.21448296083102691],
      [5, 3, 604, 1605952533],
      '4630152',
    ],
    [
      0,
      'bootstrap',
      1,
      [0.4428729745213119, 0.1349146472235041, 0.9870119304938372],
      [1, 4, 618, 2372689527],
      '6452310',
    ],
    [
      42,
      'spa',
      0,
      [0.16193002622782804, 0.5704848684809196, 0.005481783504437843],
      [3, 5, 505, 2209328507],
      '5324601',
    ],
    [
      -7,
      '日本',
      3,
      [0.8201114297210702, 0.8486758265974764, 0.18665688957839144],
      [1, 2, 655, 1704048468],
      '4125306',
    ],
    [
      0.5,
      '',
      0,
      [0.8017320081810025, 0.42703051347411414, 0.03992054800595024],
      [3, 2, 251, 4080830626],
      '3420561',
    ],
  ])('stream(%d, %j, %d)', (seed, label, index, numbers, integers, order) => {
    const rng = stream(seed, label, index);
    expect(draw(rng, 3)).toEqual(numbers);
    expect([6, 6, 1000, 2 ** 32].map((bound) => rng.integer(bound))).toEqual(integers);
    expect(rng.shuffle([0, 1, 2, 3, 4, 5, 6]).join('')).toBe(order);
  });
});

describe('a stream', () => {
  const origin = fc.tuple(fc.integer(), fc.string({ maxLength: 5 }), fc.nat());

  test('gives the same numbers whatever was drawn elsewhere', () => {
    fc.assert(
      fc.property(origin, origin, ([seed, label, index], other) => {
        const rng = stream(seed, label, index);
        const numbers: number[] = [];
        for (let i = 0; i < 5; i++) {
          stream(...other).next();
          numbers.push(rng.next());
        }
        expect(draw(stream(seed, label, index), 5)).toEqual(numbers);
      }),
    );
  });

  test('differs when seed, label or index differ', () => {
    fc.assert(
      fc.property(origin, origin, (a, b) => {
        const same = a.every((value, i) => value === b[i]);
        expect(draw(stream(...a), 3).join() === draw(stream(...b), 3).join()).toBe(same);
      }),
    );
    const near = [
      stream(1, 'a'),
      stream(2, 'a'),
      stream(1, 'b'),
      stream(1, 'a', 1),
      stream(11, ''),
      stream(1, '1'),
    ];
    expect(new Set(near.map((rng) => rng.next())).size).toBe(near.length);
    // The parts cannot run into each other.
    expect(stream(0, 'a/1', 2).next()).not.toBe(stream(0, 'a', 12).next());
  });

  test('has index 0 by default', () => expect(stream(3, 'x').next()).toBe(stream(3, 'x', 0).next()));

  test('shuffles in place, and into a permutation', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 50 }), fc.integer(), (array, seed) => {
        const copy = array.slice();
        expect(stream(seed, 'x').shuffle(copy)).toBe(copy);
        expect(copy.sort()).toEqual(array.slice().sort());
      }),
    );
  });
});

/** Pearson's statistic of counts against equal shares, in standard deviations from its mean. */
function surprise(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}

function count(buckets: number, draws: number, bucket: (i: number) => number): number[] {
  const counts = new Array<number>(buckets).fill(0);
  for (let i = 0; i < draws; i++) counts[bucket(i)]++;
  return counts;
}

/** Correlation of two equally long vectors. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (i: number) => number) => a.reduce((total, _, i) => total + f(i), 0);
  const cross = sum((i) => (a[i] - ma) * (b[i] - mb));
  return cross / Math.sqrt(sum((i) => (a[i] - ma) ** 2) * sum((i) => (b[i] - mb) ** 2));
}

// The seeds are fixed, so these tests give the same result every time; 5 standard deviations is far outside of chance.
describe('numbers are uniform', () => {
  const draws = 60_000;

  test('in one stream, in the first number of many streams, and in the lowest bits', () => {
    const rng = stream(1, 'uniform');
    expect(surprise(count(50, draws, () => Math.floor(rng.next() * 50)))).toBeLessThan(5);
    expect(surprise(count(50, draws, (i) => Math.floor(stream(1, 'uniform', i).next() * 50)))).toBeLessThan(
      5,
    );
    expect(surprise(count(50, draws, (i) => Math.floor(stream(i, 'uniform').next() * 50)))).toBeLessThan(5);
    expect(surprise(count(8, draws, () => (rng.next() * 2 ** 53) % 8))).toBeLessThan(5);
  });

  test('over whole numbers, also where the bound does not divide 2^32', () => {
    const rng = stream(2, 'uniform');
    for (const bound of [2, 3, 7, 10]) {
      expect(surprise(count(bound, draws, () => rng.integer(bound)))).toBeLessThan(5);
    }
    // A remainder of 2^32 by 3·2^30 would be below 2^30 half of the time, not a third.
    const third = count(3, draws, () => Math.floor(rng.integer(3 * 2 ** 30) / 2 ** 30));
    expect(surprise(third)).toBeLessThan(5);
    expect(rng.integer(1)).toBe(0);
  });

  test('over the 24 orders of four things', () => {
    const rng = stream(3, 'uniform');
    const orders = new Map<string, number>();
    for (let i = 0; i < draws; i++) {
      const order = rng.shuffle([0, 1, 2, 3]).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect(orders.size).toBe(24);
    expect(surprise([...orders.values()])).toBeLessThan(5);
  });
});

describe('numbers are independent', () => {
  const length = 20_000;
  const limit = 5 / Math.sqrt(length);

  test('within a stream', () => {
    const numbers = draw(stream(4, 'x'), length + 2);
    for (const lag of [1, 2])
      expect(Math.abs(correlation(numbers.slice(0, length), numbers.slice(lag, length + lag)))).toBeLessThan(
        limit,
      );
  });

  test.each<[string, (i: number) => Rng, (i: number) => Rng]>([
    ['seeds', (i) => stream(i, 'x'), (i) => stream(i + 1, 'x')],
    ['indices', (i) => stream(0, 'x', i), (i) => stream(0, 'x', i + 1)],
    ['labels', (i) => stream(0, `x${i}`), (i) => stream(0, `y${i}`)],
  ])('between neighbouring %s', (_, one, other) => {
    const first = Array.from({ length }, (_unused, i) => one(i).next());
    const second = Array.from({ length }, (_unused, i) => other(i).next());
    expect(Math.abs(correlation(first, second))).toBeLessThan(limit);
  });
});
