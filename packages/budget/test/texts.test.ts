import { messageOf } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { formatSpending, readBudget } from '../src/index.js';

describe('budgets', () => {
  const costs = { values: Float64Array.of(60, 90, 50, 100), unit: 'seconds' };

  test.each([
    ['2', { cost: 2 }],
    ['25%', { cost: 75 }],
    ['90 s', { cost: 90 }],
    ['2.5min', { cost: 150 }],
    ['1 h', { cost: 3600 }],
    ['50% min', { cost: 150 }],
    ['3 items', { items: 3 }],
  ])('%s with costs in seconds', (text, budget) => {
    expect(readBudget(text, { size: 4, costs })).toEqual(budget);
  });

  test('without costs count items', () => {
    expect(readBudget('3', { size: 4 })).toEqual({ items: 3 });
    expect(readBudget('50%', { size: 5 })).toEqual({ items: 2 });
  });

  test('in a unit of their own need costs in this unit', () => {
    expect(readBudget('20 EUR', { size: 4, costs: { ...costs, unit: 'EUR' } })).toEqual({ cost: 20 });
    expect(messageOf(() => readBudget('20 EUR', { size: 4, costs }))).toBe(
      'WRONG_BUDGET_UNIT: budget "20 EUR" is in "EUR", but costs are counted in "seconds"',
    );
    expect(messageOf(() => readBudget('20 min', { size: 4 }))).toBe(
      'WRONG_BUDGET_UNIT: budget "20 min" is in "min", but there is no cost model',
    );
  });

  test.each(['', 'x', '0', '-3', '1.2.3', '120%'])('%j: refused', (text) => {
    expect(messageOf(() => readBudget(text, { size: 4 }))).toMatch(/^(INVALID_BUDGET|WRONG_BUDGET_UNIT)/);
  });

  test('and what was spent of them are written with their unit', () => {
    expect(formatSpending({ total: 41.8, budget: 42, unit: 'minutes' })).toBe('41.8 of 42 min');
    expect(formatSpending({ total: 12345.67, budget: 20000, unit: 'words' })).toBe('12346 of 20000 words');
    expect(formatSpending({ total: 0.123456, unit: 'seconds' })).toBe('0.1235 s');
  });
});
