import { describe, expect, test } from 'vitest';
import { itemsOfShare } from '../src/index.js';

describe('a share of the items', () => {
  test('is the whole number that it is on paper, for every hundredth of up to 2,000 items', () => {
    for (let total = 1; total <= 2000; total += 37) {
      for (let percent = 0; percent <= 100; percent++) {
        const onPaper = Math.floor((total * percent) / 100 + 0.001);
        expect(itemsOfShare(total, percent / 100)).toBe(onPaper);
        expect(itemsOfShare(total, percent, { whole: 100 })).toBe(onPaper);
        const up = (total * percent) % 100 === 0 ? onPaper : onPaper + 1;
        expect(itemsOfShare(total, percent, { whole: 100, rounding: 'up' })).toBe(up);
      }
    }
  });

  test('is what it is on paper for billions of items too, and not rounded where paper says otherwise', () => {
    expect(itemsOfShare(3e9, 0.29)).toBe(870_000_000);
    expect(itemsOfShare(3e9, 29, { whole: 100, rounding: 'up' })).toBe(870_000_000);
    expect(itemsOfShare(2, 0.9999)).toBe(1);
    expect(itemsOfShare(2, 0.0001, { rounding: 'up' })).toBe(1);
    expect(itemsOfShare(0, 0.5, { rounding: 'up' })).toBe(0);
  });

  test('of 29 % of 100 is 29', () => expect(itemsOfShare(100, 0.29)).toBe(29));
});
