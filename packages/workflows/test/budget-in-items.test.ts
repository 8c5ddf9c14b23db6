import { expect, test } from 'vitest';
import { budgetInItems } from '../src/budget-in-items.js';

// Five items of 3.2 judgements in the mean.
const costs = { values: Float64Array.of(4, 4, 4, 3, 1), unit: 'judgements' };

test('a budget without a unit is in items, one in units buys items of the mean cost', () => {
  const items = (text: string) => budgetInItems(text, { size: 5, costs });
  expect(['3', '40%', '2 items'].map(items)).toEqual([3, 2, 2]);
  expect(['1 judgements', '9.5 judgements', '9.6 judgements', '99 judgements'].map(items)).toEqual([
    1, 2, 3, 5,
  ]);
  expect(() => items('6')).toThrow(/budget "6" must be at most the 5 items/);
  expect(() => budgetInItems('9 judgements', { size: 5 })).toThrow(/judgements/);
});
