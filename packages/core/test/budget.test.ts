import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBudget, spend } from '../src/index.js';
import { expectError } from './support.js';

describe('a budget', () => {
  test.each<[string, object]>([
    ['1', { items: 1 }],
    ['100', { items: 100 }],
    [' 7 ', { items: 7 }],
    ['7.0', { items: 7 }],
    ['25%', { items: 50 }],
    ['12.5 %', { items: 25 }],
    ['.25%', { items: 1 }],
    ['.75 %', { items: 1 }],
    ['6.25%', { items: 12 }],
    ['0.1%', { items: 1 }],
    ['.9%', { items: 1 }],
    ['99.99%', { items: 199 }],
    ['100%', { items: 200 }],
    ['200', { items: 200 }],
  ])('%s of 200 items', (text, expected) => expect(parseBudget(text, { size: 200 })).toEqual(expected));

  test.each<[string, object]>([
    ['1000', { cost: 1000 }],
    ['0.5', { cost: 0.5 }],
    ['25%', { cost: 12.5 }],
    ['100%', { cost: 50 }],
  ])('%s of a total cost of 50', (text, expected) =>
    expect(parseBudget(text, { size: 3, totalCost: 50 })).toEqual(expected),
  );

  test.each<[string, string]>([
    ['-1', 'must be a positive number or a share'],
    ['abc', 'must be a positive number or a share'],
    ['', 'must be a positive number or a share'],
    ['%', 'must be a positive number or a share'],
    ['1e3', 'must be a positive number or a share'],
    ['NaN', 'must be a positive number or a share'],
    ['0', 'must be above 0'],
    ['0%', 'must be above 0'],
    ['0.0', 'must be above 0'],
    ['101%', 'must be at most 100%'],
    ['100.01%', 'must be at most 100%'],
    ['2.5', 'must be a whole number of items'],
    ['201', 'must be at most the 200 items of the data'],
  ])('%s is refused', (text, problem) =>
    expectError(
      () => parseBudget(text, { size: 200 }),
      'INVALID_BUDGET',
      JSON.stringify(text),
      problem,
      '25%',
    ),
  );

  test('share of the items is rounded down exactly, but never to nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 1e6 }),
        (hundredths, size) => {
          const { items } = parseBudget(`${hundredths / 100}%`, { size });
          expect(items).toBe(Math.max(1, Math.floor((hundredths * size) / 10_000)));
        },
      ),
    );
    // In doubles 99.96 × 20000 / 100 is 19991.999….
    expect(parseBudget('99.96%', { size: 20_000 })).toEqual({ items: 19_992 });
  });
});

describe('spending', () => {
  const ranking = Uint32Array.of(2, 0, 3, 1);
  const costs = Float64Array.of(4, 1, 7, 2); // by item

  test.each<[object, number[]]>([
    [{ items: 3 }, [2, 0, 3]],
    [{ items: 9 }, [2, 0, 3, 1]],
    [{ cost: 14 }, [2, 0, 3, 1]],
    [{ cost: 10 }, [2, 3, 1]], // item 0 is too dear, cheaper ones after it are not
    [{ cost: 6 }, [0, 3]],
    [{ cost: 0.5 }, []],
  ])('%o', (budget, expected) => expect([...spend(ranking, budget, costs)]).toEqual(expected));

  test('needs costs for an amount', () =>
    expectError(() => spend(ranking, { cost: 5 }), 'INVALID_BUDGET', 'budget "5" is in units of cost'));

  test('of the rounded total buys every item', () => {
    const tenths = Float64Array.from({ length: 30 }, (_, i) => 0.1 * (i + 1));
    const order = Uint32Array.from({ length: 30 }, (_, i) => (i * 7) % 30);
    const total = tenths.reduce((sum, cost) => sum + cost, 0);
    expect(spend(order, { cost: total }, tenths)).toEqual(order);
  });

  test('never exceeds the budget and leaves nothing that fits', () => {
    const cost = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(fc.array(cost, { minLength: 1, maxLength: 12 }), fc.nat({ max: 200 }), (list, budget) => {
        const order = Uint32Array.from(list, (_, item) => list.length - 1 - item);
        const chosen = spend(order, { cost: budget }, Float64Array.from(list));
        const spent = chosen.reduce((sum, item) => sum + list[item], 0);
        expect(spent).toBeLessThanOrEqual(budget);
        for (const item of order) {
          if (!chosen.includes(item)) expect(spent + list[item]).toBeGreaterThan(budget);
        }
        expect([...chosen]).toEqual([...order].filter((item) => chosen.includes(item)));
      }),
    );
  });
});
