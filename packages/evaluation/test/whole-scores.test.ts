import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactCapacity, wholeScores } from '../src/kernels/whole-scores.js';

test('as many scores as four times the items, and at least 65,536, add up exactly', () => {
  expect([1, 16_384, 16_385, 40_000].map(exactCapacity)).toEqual([2 ** 16, 2 ** 16, 2 ** 17, 2 ** 18]);
});

test('scores become whole numbers below 2^52 / capacity, in proportion', () => {
  const score = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 1, max: 50_000 }),
      (row, items) => {
        // Only the number of items counts for the headroom.
        const { values } = wholeScores({ items, systems: 3, values: Float64Array.from(row) });
        const largest = row.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
        const unit = largest / Math.max(...values.map(Math.abs));
        for (const [s, whole] of values.entries()) {
          expect(Number.isInteger(whole)).toBe(true);
          expect(Math.abs(whole)).toBeLessThanOrEqual(2 ** 52 / exactCapacity(items));
          if (largest > 0) expect(Math.abs(whole - row[s] / unit)).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});
