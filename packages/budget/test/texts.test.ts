import { isGoldpanError } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import {
  formatSpending,
  parseGroupBounds,
  parseGroupColumn,
  parseMaxPer,
  readBudget,
  type GroupBounds,
} from '../src/index.js';

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return isGoldpanError(error) ? `${error.code}: ${error.what}` : String(error);
  }
  return 'no error';
}

describe('bounds on groups', () => {
  const readable: [string, GroupBounds][] = [
    ['domain:min=5,max=40%', { column: 'domain', min: { items: 5 }, max: { percent: 40 } }],
    [' domain : max = 12.5% ', { column: 'domain', max: { percent: 12.5 } }],
    ['document:max=3', { column: 'doc', max: { items: 3 } }],
    ['domain=news:min=20%', { column: 'domain', group: 'news', min: { percent: 20 } }],
    ['doc=talk: part 2:min=1', { column: 'doc', group: 'talk: part 2', min: { items: 1 } }],
    ['domain=a=b:max=0', { column: 'domain', group: 'a=b', max: { items: 0 } }],
  ];
  test.each(readable)('%s', (text, bounds) => expect(parseGroupBounds(text)).toEqual(bounds));

  test.each([
    ['domain', 'must have bounds after a colon'],
    ['domian:min=5', 'must start with one of "domain", "doc"; got "domian" (did you mean "domain"?)'],
    ['domain:5', 'must have bounds such as min=5 or max=40% after the colon; got "5"'],
    ['domain:min=5,min=6', 'must name min only once'],
    ['domain:min=2.5', 'must have a whole number or a share as min; got "2.5"'],
    ['domain:max=140%', 'must have a whole number or a share as max; got "140%"'],
    ['domain:max=-1', 'must have a whole number or a share as max; got "-1"'],
    ['domain:min=5,max=4', 'must not have a min above its max'],
    ['domain:min=50%,max=40%', 'must not have a min above its max'],
  ])('%s: refused', (text, problem) => {
    expect(messageOf(() => parseGroupBounds(text))).toBe(
      `INVALID_CONSTRAINT: constraint ${JSON.stringify(text)} ${problem}`,
    );
  });
});

describe('limits per group', () => {
  test('are a column and a number', () => {
    expect(parseMaxPer('doc=3')).toEqual({ column: 'doc', items: 3 });
    expect(parseMaxPer(' domain = 10 ')).toEqual({ column: 'domain', items: 10 });
  });

  test.each(['doc', 'doc=0', 'doc=1.5', 'doc=3%', 'system=3', '=3', ''])('%j: refused', (text) => {
    expect(messageOf(() => parseMaxPer(text))).toMatch(/^INVALID_CONSTRAINT/);
  });

  test('go by domain or document', () => {
    expect(['doc', 'document', ' domain '].map(parseGroupColumn)).toEqual(['doc', 'doc', 'domain']);
    expect(messageOf(() => parseGroupColumn('dom'))).toMatch(/^INVALID_CONSTRAINT/);
  });
});

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
