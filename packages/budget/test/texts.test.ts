import { messageOf } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { formatAmount, formatSpending, readBudget } from '../src/index.js';

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

  test.each(['', 'x', '0', '-3', '1.2.3', '120%', '0 items', 'x items'])('%j: refused', (text) => {
    for (const data of [{ size: 4 }, { size: 4, costs }])
      expect(messageOf(() => readBudget(text, data))).toMatch(/^INVALID_BUDGET/);
  });

  test('may be written with spaces and in any spelling of a unit of time; other units as they are', () => {
    const seconds = (text: string) => readBudget(text, { size: 4, costs }).cost;
    for (const unit of ['m', 'min', 'mins', 'minute', 'minutes', 'Min'])
      expect(seconds(` 12${unit} `)).toBe(720);
    for (const unit of ['h', 'hr', 'hrs', 'hour', 'hours']) expect(seconds(`10.5 ${unit}`)).toBe(37800);
    for (const unit of ['s', 'sec', 'secs', 'second', 'seconds']) expect(seconds(`250 ${unit}`)).toBe(250);
    expect(readBudget('12 ITEMS', { size: 14, costs })).toEqual({ items: 12 });
    expect(messageOf(() => readBudget('10 min', { size: 4, costs: { ...costs, unit: 'words' } }))).toMatch(
      /^WRONG_BUDGET_UNIT/,
    );
    expect(messageOf(() => readBudget('10 words', { size: 4, costs }))).toMatch(/^WRONG_BUDGET_UNIT/);
  });

  test('are told with the short form of a unit of time', () => {
    const units = ['seconds', 'minutes', 'hrs', 'words'];
    expect(units.map((unit) => formatSpending({ total: 2.5, budget: 12.25, unit }))).toEqual([
      '2.5 of 12.25 s',
      '2.5 of 12.25 min',
      '2.5 of 12.25 h',
      '2.5 of 12.25 words',
    ]);
  });

  test('and what was spent of them are written with their unit', () => {
    expect(formatSpending({ total: 41.8, budget: 42, unit: 'minutes' })).toBe('41.8 of 42 min');
    expect(formatSpending({ total: 12345.67, budget: 20000, unit: 'words' })).toBe('12346 of 20000 words');
    expect(formatSpending({ total: 0.123456, unit: 'seconds' })).toBe('0.1235 s');
    expect([999.96, 1000.4, 1234.5, 10.256].map(formatAmount)).toEqual(['1000', '1000', '1235', '10.26']);
  });
});
