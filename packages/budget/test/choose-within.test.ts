import { datasetFromItems, type Budget, type Constraints } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { chooseWithin } from '../src/index.js';
import { exhaustiveSolver } from './exhaustive-solver.js';
import { choose, dataset, messageOf } from './six-items.js';

describe('a choice', () => {
  test('says what it is, what it costs and how good it is', async () => {
    const { chosen, items, spending, objective, bound, gap, isOptimal } = await choose({
      budget: { cost: 6 },
    });
    expect(Array.from(chosen)).toEqual([0, 2, 4]);
    expect(items).toEqual([
      { item: 0, id: 'i0', value: 0.6, cost: 3, runningTotal: 3, counts: true },
      { item: 2, id: 'i2', value: 0.4, cost: 2, runningTotal: 5, counts: true },
      { item: 4, id: 'i4', value: expect.closeTo(0.3, 12), cost: 1, runningTotal: 6, counts: true },
    ]);
    expect(spending).toEqual({ total: 6, unit: 'minutes', items: 3, budget: 6 });
    expect(objective).toBeCloseTo(1.3, 12);
    expect([bound, gap, isOptimal]).toEqual([objective, 0, true]);
  });

  test('counts against both budgets what is not paid for already', async () => {
    const constraints = { include: ['i5', 'i1'], includeCounts: false };
    const { items, spending } = await choose({ budget: { cost: 5, items: 4 }, constraints });
    expect(items.map(({ item, counts }) => [item, counts])).toEqual([
      [5, false],
      [2, true],
      [3, true],
      [4, true],
      [1, false],
    ]);
    expect(spending).toEqual({ total: 5, unit: 'minutes', items: 3, budget: 5, budgetItems: 4 });
    const counted = await choose({
      budget: { cost: 5, items: 4 },
      constraints: { include: ['i5', 'i1'], exclude: ['i3'] },
    });
    expect(counted.items.every(({ counts }) => counts)).toBe(true);
    expect(counted.spending.total).toBe(4.5);
    expect((await choose({ constraints: { include: ['i5'] } })).spending).toEqual({
      total: 11.5,
      unit: 'minutes',
      items: 6,
    });
  });

  test('tells a gap as a share of the bound where no proof was found', async () => {
    const many = datasetFromItems(
      Array.from({ length: 60 }, (_, i) => ({ id: `${i}`, domain: `d${i % 7}`, doc: `e${i % 11}` })),
    );
    const given = Float64Array.from({ length: 60 }, (_, i) => (i * 37) % 59);
    const dear = { values: given.map((value, i) => 20 + value + ((i * 13) % 17)), unit: 'minutes' };
    const constraints: Constraints = {
      maxPer: [
        { column: 'domain', items: 3 },
        { column: 'doc', items: 2 },
      ],
    };
    const budget: Budget = { cost: 700 };
    const { objective, bound, gap, isOptimal } = await chooseWithin(
      many,
      { utilities: given },
      { costs: dear, constraints, budget },
    );
    expect(isOptimal).toBe(false);
    expect(gap).toBeGreaterThan(1e-9);
    expect(gap).toBeLessThan(0.1);
    expect(gap).toBeCloseTo((bound - objective) / bound, 12);
  });

  test('has units by the mean value of their items, where documents are whole', async () => {
    const { chosen } = await choose({ constraints: { keepDocuments: true }, budget: { items: 4 } });
    // Means: a 5, b 5.5, c 6; two fit.
    expect(Array.from(chosen)).toEqual([4, 5, 2, 3]);
    const ties = await chooseWithin(
      dataset,
      { utilities: Float64Array.of(5, 6, 5, 6, 1, 2) },
      { constraints: { keepDocuments: true } },
    );
    expect(Array.from(ties.chosen)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('explains its items with the documents they are kept with, and its budgets', async () => {
    const { explain } = await choose({ constraints: { keepDocuments: true }, budget: { items: 4 } });
    expect(explain(1)).toMatchObject({
      document: 'a',
      isChosen: false,
      forbiddenBy: ['the budget of 4 items'],
    });
    const groups = [{ column: 'domain', group: 'talk', min: { items: 2 } }];
    const tight = await choose({ constraints: { groups }, budget: { items: 3, cost: 100 } });
    expect(tight.explain(4)).toMatchObject({ forcedBy: ['domain=talk:min=2'], over: 2 });
    const poor = await choose({
      constraints: { groups },
      budget: { items: 4, cost: 6.5 },
      ...exhaustiveSolver(),
    });
    // What it is kept from by the budget alone is no constraint's doing.
    for (const item of poor.chosen)
      expect(poor.explain(item).forcedBy).not.toContain('the budget of 6.5 min');
  });
});

describe('no choice', () => {
  test('is worth it where no raw utility is above 0', async () => {
    const rated = { utilities: Float64Array.of(-4, -2.5, 0, -1, -3, -9) };
    expect(await messageOf({ values: 'raw', budget: { items: 2 } }, rated)).toMatch(
      /the highest is 0; use values/,
    );
  });

  test('is found where the search fails and there is no solver', async () => {
    const even = datasetFromItems(
      Array.from({ length: 12 }, (_, i) => ({ id: `${i}`, doc: i < 3 ? 'a' : i < 8 ? 'b' : 'c' })),
    );
    const groups = [
      { column: 'doc', group: 'a', min: { percent: 43 } },
      { column: 'doc', group: 'a', max: { percent: 44 } },
    ];
    const constraints: Constraints = {
      groups: [...groups, { column: 'doc', group: 'b', min: { percent: 57 } }],
    };
    const call = chooseWithin(
      even,
      { utilities: Float64Array.from(even.ids, (_, i) => i) },
      { constraints, budget: { items: 6 } },
    );
    await expect(call).rejects.toMatchObject({
      code: expect.stringMatching(/NO_SELECTION_FOUND|CLASHING_CONSTRAINTS/),
      fields: { constraints: expect.arrayContaining(['doc=a:min=43%']) },
    });
  });
});

describe('what is named in messages', () => {
  test('is the constraint that needs what the data does not have', async () => {
    const bare = datasetFromItems([{ id: 'x' }, { id: 'y' }, { id: 'z' }]);
    const says = (constraints: Constraints) =>
      chooseWithin(bare, { ranking: [0, 1, 2] }, { constraints }).catch(({ message }: Error) => message);
    expect(await says({ keepDocuments: true })).toContain('"keep-documents"');
    expect(await says({ balance: 'domain' })).toContain('"balance domain"');
    expect(await says({ include: ['w'] })).toContain('include names item "w"');
    expect(await says({ exclude: ['w'] })).toContain('exclude names item "w"');
  });

  test('is advice on shares of too many groups', async () => {
    const shares = (size: number) => {
      const many = datasetFromItems(Array.from({ length: size }, (_, i) => ({ id: `${i}`, doc: `d${i}` })));
      const groups = [{ column: 'doc', min: { percent: 50 } }];
      return chooseWithin(many, { ranking: [...many.ids.keys()] }, { constraints: { groups } });
    };
    await expect(shares(4473)).rejects.toMatchObject({
      code: 'INVALID_CONSTRAINT',
      advice: 'bound the number of items instead, such as max-per doc=3',
    });
  });
});
