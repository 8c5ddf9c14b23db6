import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanSize, priceWork, shadowPrice } from '../src/kernels/shadow-price.js';
import type { Row } from '../src/problem.js';
import { rowOf } from './small-programs.js';

/** Sums of units worth a price, where all numbers are small binary fractions and nothing is rounded. */
function sumAt({ coefficients }: Row, values: Float64Array, price: number): number {
  return coefficients.reduce((sum, own, unit) => sum + (values[unit] - price * own > 0 ? own : 0), 0);
}

/**
 * The nearest price to 0 at which, or just beyond which, the row is met: all prices at which a unit turns are tried, from 0 out, each with
 * a price halfway to the next.
 */
function slowPrice(row: Row, values: Float64Array): number | undefined {
  const free = sumAt(row, values, 0);
  const isMet = (price: number) => {
    const sum = sumAt(row, values, price);
    return free > row.upper ? sum <= row.upper : sum >= row.lower;
  };
  if (free >= row.lower && free <= row.upper) return 0;
  const sign = free > row.upper ? 1 : -1;
  const turns = Array.from(values, (value, unit) => (sign * value) / row.coefficients[unit]);
  const sizes = [...new Set([0, ...turns.filter((size) => size >= 0)])].sort((a, b) => a - b);
  const first = sizes.find(
    (size, at) => isMet(sign * size) || isMet((sign * (size + (sizes[at + 1] ?? size + 2))) / 2),
  );
  return first === undefined ? undefined : sign * first;
}

const unit = fc.tuple(fc.integer({ min: -40, max: 160 }), fc.constantFrom(1, 2, 4, 8, -1, -2));

function task(units: readonly (readonly [number, number])[], limits: { lower?: number; upper?: number }) {
  const row = rowOf(
    units.map((_, at) => at),
    units.map(([, own]) => own),
    limits,
  );
  return { row, values: Float64Array.from(units, ([value]) => value / 16) };
}

const limits = fc
  .tuple(fc.integer({ min: -20, max: 60 }), fc.constantFrom(0, 1, 3, 20, Infinity), fc.boolean())
  .map(([from, room, isAbove]) =>
    isAbove ? { lower: from, upper: from + room } : { lower: from - room, upper: from },
  );

function priceFrom({ row, values }: ReturnType<typeof task>, current: number) {
  const work = priceWork();
  const reduced = values.map((value, at) => value - current * row.coefficients[at]);
  return { price: shadowPrice(row, reduced, { current, work }) + 0, work };
}

describe('the shadow price of a row', () => {
  test.each([
    ['few units', 1, 14],
    ['up to as many as are sorted at once', 50, 66],
    ['many units', 65, 220],
  ])('of %s is the nearest to 0 at which the row is just met, from any price', (_, minLength, maxLength) => {
    let moved = 0;
    fc.assert(
      fc.property(
        fc.array(unit, { minLength, maxLength }),
        limits,
        fc.integer({ min: -24, max: 24 }),
        (units, some, current) => {
          const given = task(units, some);
          const expected = slowPrice(given.row, given.values);
          if (expected === undefined) return;
          if (expected !== 0) moved++;
          expect(priceFrom(given, current / 4).price).toBe(expected + 0);
        },
      ),
      { seed: 7, numRuns: 250 },
    );
    expect(moved).toBeGreaterThan(60);
  });

  test('that no price meets is where the last unit turns', () => {
    const given = task(
      [
        [16, 1],
        [48, 2],
        [80, 4],
      ],
      { lower: 9 },
    );
    expect(priceFrom(given, 0).price).toBe(0);
    // All three are taken at 0; at −1 the unit that costs the row is let go of, and 8 is still asked for.
    const more = task(
      [
        [16, 1],
        [48, 2],
        [16, -1],
      ],
      { lower: 8, upper: 9 },
    );
    expect(priceFrom(more, 0).price).toBe(-1);
  });

  test('looks at every coefficient once where the row is met, twice where few units turn', () => {
    const units = Array.from({ length: 50 }, (_, at): [number, number] => [at + 1, 1]);
    expect(priceFrom(task(units, { upper: 50 }), 0).work.lookedAt).toBe(50);
    expect(priceFrom(task(units, { upper: 49 }), 0).work.lookedAt).toBe(100);
    expect(priceFrom(task(units, { upper: 20 }), 3).work.lookedAt).toBe(100);
  });

  test('of many units is found sooner from a price near it', () => {
    const units = Array.from({ length: 4000 }, (_, at): [number, number] => [
      ((at * 1237) % 4000) + 1,
      1 + (at % 2),
    ]);
    const given = task(units, { upper: 1500 });
    const { price, work } = priceFrom(given, 0);
    const passes = (current: number) => {
      const near = priceFrom(given, current);
      expect(near.price).toBe(price);
      return near.work.lookedAt / units.length;
    };
    expect(price).toBe(112.5);
    expect(work.lookedAt / units.length).toBeLessThanOrEqual(PASSES.far);
    expect(passes(price)).toBeLessThanOrEqual(PASSES.same);
    expect(passes(price * 1.001)).toBeLessThanOrEqual(PASSES.near);
    expect(passes(price * 0.999)).toBeLessThanOrEqual(PASSES.near);
    // A price of the other sign is no place to start from.
    expect(passes(-price)).toBe(work.lookedAt / units.length);
  });

  test('takes the mean of the sizes of coefficients', () => {
    expect(meanSize(Float64Array.of(1, -2, 6))).toBe(3);
  });
});

/** How often all coefficients of a row of 4000 units are looked at, at most. */
const PASSES = { far: 40, same: 5, near: 6 };
