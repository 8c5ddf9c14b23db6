import { stream } from '@goldpan/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactCapacity, wholeScores } from '../src/kernels/whole-scores.js';
import { matrixOf } from './twins.js';

test('as many scores as four times the items, and at least 65,536, add up exactly', () => {
  expect([1, 16_384, 16_385, 40_000].map(exactCapacity)).toEqual([2 ** 16, 2 ** 16, 2 ** 17, 2 ** 18]);
});

test('scores become whole digits below 2^52 / capacity, in proportion', () => {
  // Smaller ones would need more digits than a double can count.
  const score = fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .filter((x) => x === 0 || Math.abs(x) > 1e-100);
  fc.assert(
    fc.property(
      fc.array(score, { minLength: 3, maxLength: 3 }),
      fc.constantFrom(1, 16_384, 16_385, 50_000),
      (row, items) => {
        // Only the number of items counts for the headroom.
        const { values, digits, base } = wholeScores({
          items,
          systems: 3,
          values: Float64Array.from(row),
        });
        for (const digit of values) {
          expect(Number.isInteger(digit)).toBe(true);
          expect(Math.abs(digit)).toBeLessThanOrEqual(2 ** 52 / exactCapacity(items));
        }
        const whole = row.map((_, system) => {
          let number = 0n;
          for (let d = 0; d < digits; d++) number = number * BigInt(base) + BigInt(values[d * 3 + system]);
          return Number(number);
        });
        const largest = Math.max(...row.map(Math.abs));
        const unit = largest / Math.max(...whole.map(Math.abs));
        if (largest === 0) return;
        whole.forEach((number, s) => {
          const off = Math.abs(number - row[s] / unit);
          expect(off).toBeLessThanOrEqual(1 + Math.abs(number) * 2 ** -50);
        });
      },
    ),
    { numRuns: 100, seed: 14 },
  );
});

const rows = Array.from({ length: 50 }, (_, item) => {
  const rng = stream(14, 'whole-scores', item);
  return [rng.next(), rng.next(), rng.next()];
});

test('one digit is enough for ordinary scores, and for scores beside one that is 10,000 times as large', () => {
  expect(wholeScores(matrixOf(rows)).digits).toBe(1);
  expect(wholeScores(matrixOf([...rows, [0, 1e3, 0]])).digits).toBe(1);
});

test('a far larger score, or an offset, takes more digits', () => {
  expect(wholeScores(matrixOf([...rows, [0, 1e8, 0]])).digits).toBe(2);
  expect(wholeScores(matrixOf([...rows, [0, 1e25, 0]])).digits).toBe(4);
  expect(wholeScores(matrixOf(rows.map((row) => row.map((score) => score + 1e7)))).digits).toBe(2);
});

test('a unit does not lie below the last bits of the scores: decimals that tie keep tying', () => {
  // Two systems that differ by 1e-8 would ask for units of 1e-19.
  const near = rows.map(([a, b]) => [a, b, b + 1e-8]);
  const { values } = wholeScores(matrixOf(near));
  const tied = wholeScores(matrixOf(near.map(([a, b, c]) => [a, b, c + 2 ** -55])));
  const off = values.map((digit, k) => Math.abs(digit - tied.values[k]));
  expect(Math.max(...off)).toBeLessThanOrEqual(1);
});
