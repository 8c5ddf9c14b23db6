import { stream } from '@goldpan/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cappedSizes } from '../src/kernels/capped-sizes.js';
import { cubeSample } from '../src/kernels/cube.js';
import { eliminationOrder } from '../src/kernels/elimination-order.js';
import { inclusionForSize } from '../src/kernels/inclusion-for-size.js';
import { roundAtRandom } from '../src/kernels/round-at-random.js';
import { sizeMeasure } from '../src/kernels/size-measure.js';
import { systematicSample } from '../src/kernels/systematic-sample.js';
import { inclusionByBisection } from './twins.js';

const laws = { seed: 17, numRuns: 200 };
const sizesOf = fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 30 });

test('inclusion probabilities are those of a slow bisection, in [0, 1], and add up to k', () => {
  fc.assert(
    fc.property(sizesOf, fc.nat(), (list, draw) => {
      const sizes = Float64Array.from(list);
      const k = draw % (list.length + 1);
      const found = inclusionForSize(sizes, k);
      const slow = inclusionByBisection(sizes, k);
      found.forEach((p, item) => expect(Math.abs(p - slow[item])).toBeLessThan(1e-7));
      expect(Math.abs(found.reduce((sum, p) => sum + p, 0) - k)).toBeLessThan(1e-7);
    }),
    laws,
  );
});

const pools = [
  [1, 5, 2, 2, 9, 0.3, 1.4],
  [1, 1, 1],
  [100, 1, 1, 1, 1],
  [3, 3, 3, 8, 8, 1, 1, 1, 0.5, 0.1, 40],
];

test.each(pools)('for every k the first k items are drawn in proportion to size: pool %#', (...list) => {
  const draws = 20_000;
  const sizes = Float64Array.from(list);
  const firsts = Array.from(sizes, () => new Float64Array(sizes.length));
  const rng = stream(5, 'elimination', sizes.length);
  for (let draw = 0; draw < draws; draw++)
    eliminationOrder(sizes, rng).forEach((item, place) => firsts[place][item]++);
  const counts = new Float64Array(sizes.length);
  for (let k = 1; k <= sizes.length; k++) {
    firsts[k - 1].forEach((count, item) => (counts[item] += count));
    inclusionForSize(sizes, k).forEach((p, item) => {
      const error = Math.sqrt((p * Math.max(0, 1 - p)) / draws);
      // 3 standard errors, and a little for the largest of many.
      expect(Math.abs(counts[item] / draws - p), `k ${k}, item ${item}`).toBeLessThan(3.5 * error + 1e-9);
    });
  }
});

test('a cube sample has n items, each with probability n/N, and meets means better than a simple one', () => {
  const [size, n, draws] = [37, 12, 20_000];
  const rng = stream(2, 'cube');
  const columns = Array.from({ length: 3 }, () =>
    Float64Array.from({ length: size }, () => rng.next() - 0.5),
  );
  const mean = columns[0].reduce((sum, value) => sum + value, 0) / size;
  const variance = columns[0].reduce((sum, value) => sum + (value - mean) ** 2, 0) / (size - 1);
  const counts = new Float64Array(size);
  let squares = 0;
  for (let draw = 0; draw < draws; draw++) {
    let total = 0;
    let drawn = 0;
    cubeSample({ columns, inclusion: new Float64Array(size).fill(n / size) }, rng).forEach((one, item) => {
      counts[item] += one;
      drawn += one;
      total += one * columns[0][item];
    });
    if (drawn !== n) expect(drawn).toBe(n);
    squares += (total / n - mean) ** 2;
  }
  const error = Math.sqrt(((n / size) * (1 - n / size)) / draws);
  counts.forEach((count) => expect(Math.abs(count / draws - n / size)).toBeLessThan(3.5 * error));
  expect(squares / draws).toBeLessThan(0.25 * variance * (1 / n - 1 / size));
});

test('a cube sample keeps unequal probabilities, with items that are certain among them', () => {
  const draws = 20_000;
  const inclusion = inclusionForSize(Float64Array.of(1, 5, 2, 2, 90, 0.3, 1.4, 3, 3, 3, 1), 5);
  const rng = stream(9, 'cube/unequal');
  const columns = [0, 1].map(() => inclusion.map((p) => (rng.next() - 0.5) / p));
  const counts = new Float64Array(inclusion.length);
  for (let draw = 0; draw < draws; draw++) {
    const drawn = cubeSample({ columns, inclusion }, rng);
    if (drawn.reduce((sum, one) => sum + one, 0) !== 5) expect.fail('not five');
    drawn.forEach((one, item) => (counts[item] += one));
  }
  counts.forEach((count, item) => {
    const p = inclusion[item];
    expect(Math.abs(count / draws - p), `item ${item}`).toBeLessThan(
      3.5 * Math.sqrt((p * (1 - p)) / draws) + 1e-9,
    );
  });
});

test('a cube sample copes with variables that repeat, are constant, or outnumber the items', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(),
      (size, variables, seed) => {
        const rng = stream(seed, 'degenerate');
        const columns = Array.from({ length: variables }, () =>
          Float64Array.from({ length: size }, () => rng.integer(2)),
        );
        columns.push(columns[0], new Float64Array(size).fill(1));
        const n = 1 + rng.integer(size);
        const inclusion = new Float64Array(size).fill(n / size);
        expect(cubeSample({ columns, inclusion }, rng).reduce((sum, one) => sum + one, 0)).toBe(n);
      },
    ),
    laws,
  );
});

test('sizes lie between the floor and 1, keep the order of utilities, and are alike without sharpness', () => {
  const utility = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(
      fc.array(utility, { minLength: 2, maxLength: 25 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (list, floor) => {
        const sizes = sizeMeasure(Float64Array.from(list), { sharpness: 6, floor });
        sizes.forEach((size, i) => {
          expect(size).toBeGreaterThanOrEqual(floor - 1e-12);
          expect(size).toBeLessThanOrEqual(1 + 1e-12);
          list.forEach((other, j) => {
            if (list[i] === other) expect(size).toBe(sizes[j]);
            if (list[i] > other) expect(size).toBeGreaterThanOrEqual(sizes[j]);
          });
        });
        expect(new Set(sizeMeasure(Float64Array.from(list), { sharpness: 0, floor })).size).toBe(1);
      },
    ),
    laws,
  );
});

test('no kind has more than its share of the sizes, and kinds keep their inner proportions', () => {
  const sizes = Float64Array.from([4, 4, 4, 1, 1, 2, 0.5]);
  const kinds = Uint32Array.from([0, 0, 0, 1, 1, 2, 2]);
  const capped = cappedSizes(sizes, kinds, 0.5);
  const share = (kind: number) =>
    capped.reduce((sum, size, item) => sum + (kinds[item] === kind ? size : 0), 0) /
    capped.reduce((sum, size) => sum + size, 0);
  expect(share(0)).toBeCloseTo(0.5, 9);
  expect(share(2) / share(1)).toBeCloseTo(2.5 / 2, 9);
  expect(capped[5] / capped[6]).toBeCloseTo(4, 9);
  const alike = cappedSizes(sizes, kinds, 0.2);
  expect(alike[0] * 3).toBeCloseTo(alike[3] * 2, 9);
});

test('random rounding keeps the total, goes to a neighbouring whole number, and is right in the mean', () => {
  const shares = Float64Array.of(2.3, 0.1, 4, 0.85, 1.75);
  const sums = new Float64Array(shares.length);
  const rng = stream(8, 'rounding');
  const draws = 20_000;
  for (let draw = 0; draw < draws; draw++) {
    const counts = roundAtRandom(shares, rng);
    counts.forEach((count, at) => {
      sums[at] += count;
      if (Math.abs(count - shares[at]) >= 1) expect.fail(`${shares[at]} became ${count}`);
    });
    if (counts.reduce((sum, count) => sum + count, 0) !== 9) expect.fail('the total changed');
  }
  sums.forEach((sum, at) =>
    expect(Math.abs(sum / draws - shares[at])).toBeLessThan(3.5 * Math.sqrt(0.25 / draws)),
  );
  expect([...roundAtRandom(Float64Array.of(5, 3, 2), rng)]).toEqual([5, 3, 2]);
});

test('a systematic sample takes every item with the same probability, and neighbours never together', () => {
  const order = Uint32Array.from({ length: 11 }, (_, item) => item);
  const counts = new Float64Array(11);
  const rng = stream(3, 'systematic');
  for (let draw = 0; draw < 20_000; draw++)
    systematicSample(order, 4, rng).forEach((item, i, drawn) => {
      counts[item]++;
      if (i > 0 && item - drawn[i - 1] < 2) expect.fail(`${drawn[i - 1]} and ${item} together`);
    });
  const error = Math.sqrt(((4 / 11) * (7 / 11)) / 20_000);
  counts.forEach((count) => expect(Math.abs(count / 20_000 - 4 / 11)).toBeLessThan(3.5 * error));
});
