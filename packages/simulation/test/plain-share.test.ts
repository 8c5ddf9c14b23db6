import { expect, test } from 'vitest';
import { plainShare } from '../src/plain-share.js';

const plain = { sizes: [10, 20], values: [0.5, 0.8] };

test('items needed are read off the line between two sizes, as a mean over what plain means reach', () => {
  // 0.5 is reached half way from 4 to 8 items, 0.8 at 16 of 20.
  const share = plainShare({ sizes: [4, 8, 16], values: [0.4, 0.6, 0.8] }, plain);
  expect(share).toBeCloseTo((6 / 10 + 16 / 20) / 2, 12);
});

test('what is reached from the start needs the smallest size, and what never is has no share', () => {
  expect(plainShare({ sizes: [4, 8], values: [0.9, 0.95] }, plain)).toBeCloseTo((0.4 + 0.2) / 2, 12);
  expect(plainShare({ sizes: [4, 8, 20], values: [0.4, 0.6, 0.79] }, plain)).toBeNull();
});

test('plain means need all of what they need', () => {
  expect(plainShare({ sizes: [5, 10, 20], values: [0.3, 0.5, 0.8] }, plain)).toBe(1);
});
