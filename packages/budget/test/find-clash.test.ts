import { datasetFromItems, groupItems, type Budget, type Constraints } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { findClash } from '../src/find-clash.js';
import { wholeCosts } from '../src/kernels/whole-costs.js';
import { nameConstraints } from '../src/named-constraints.js';
import { sufficientBudget } from '../src/sufficient-budget.js';
import { exhaustiveSolver } from './exhaustive-solver.js';

const dataset = datasetFromItems(
  Array.from({ length: 9 }, (_, i) => ({
    id: `${i}`,
    doc: `d${Math.floor(i / 2)}`,
    domain: i < 5 ? 'news' : i < 8 ? 'talk' : 'web',
  })),
);
const costs = [4, 2, 7, 3, 5, 6, 8, 1, 2];
const material = {
  values: new Float64Array(9).fill(1),
  costs: wholeCosts(Float64Array.from(costs, (cost) => cost / 4)),
  documentUtility: 'sum',
  documents: groupItems(dataset, { column: 'doc' }, 'keep-documents'),
} as const;
const { solver } = exhaustiveSolver();

const named = (constraints: Constraints, budget?: Budget) =>
  nameConstraints(dataset, constraints, { budget, unit: 'minutes' });
const clashOf = async (constraints: Constraints, budget?: Budget) =>
  (await findClash(material, named(constraints, budget), { solver })).map(({ name }) => name);

describe('a smallest set of clashing constraints', () => {
  test('leaves out what has no part in the clash', async () => {
    const constraints: Constraints = {
      maxPer: [{ column: 'doc', items: 1 }],
      groups: [{ column: 'domain', group: 'web', min: { items: 2 } }],
      include: ['1'],
      exclude: ['4'],
    };
    expect(await clashOf(constraints, { items: 5 })).toEqual(['domain=web:min=2']);
  });

  test('is smaller than what is left when constraints are dropped one by one', async () => {
    // Without the budget three others clash; with it two do.
    const constraints: Constraints = {
      groups: [{ column: 'domain', group: 'news', min: { items: 3 } }],
      maxPer: [{ column: 'doc', items: 1 }],
      exclude: ['4'],
    };
    expect(await clashOf(constraints)).toHaveLength(3);
    expect(await clashOf(constraints, { items: 2 })).toEqual(['the budget of 2 items', 'domain=news:min=3']);
    const few = await clashOf({ include: ['0', '1'], exclude: ['1'] }, { items: 1 });
    // Of two pairs that clash it is the one left when constraints are dropped from the first on.
    expect(few).toEqual(['include', 'exclude']);
  });

  test('has bounds on groups cut down to the groups that clash', async () => {
    const constraints: Constraints = {
      groups: [
        { column: 'domain', min: { items: 1 } },
        { column: 'doc', max: { items: 1 } },
      ],
      include: ['2', '3'],
    };
    expect(await clashOf(constraints)).toEqual(['doc:max=1 (for "d1")', 'include']);
    const turns: Constraints = { groups: [{ column: 'domain', min: { items: 2 } }], exclude: ['5', '6'] };
    expect(
      await clashOf({ ...turns, groups: [{ column: 'domain', group: 'talk', min: { items: 2 } }] }),
    ).toEqual(['domain=talk:min=2', 'exclude']);
    expect(await clashOf({ groups: [{ column: 'domain', min: { items: 1 } }] }, { items: 2 })).toEqual([
      'the budget of 2 items',
      'domain:min=1 (for "news", "talk", "web")',
    ]);
  });

  test('keeps a bound on more than 200 groups whole', async () => {
    const clash = async (groups: number) => {
      const wide = datasetFromItems(Array.from({ length: groups }, (_, i) => ({ id: `${i}`, doc: `d${i}` })));
      const some = {
        ...material,
        values: new Float64Array(groups),
        costs: wholeCosts(new Float64Array(groups).fill(1)),
      };
      const list = nameConstraints(
        wide,
        { groups: [{ column: 'doc', min: { items: 2 } }] },
        { unit: 'items' },
      );
      return (await findClash(some, list, { solver })).map(({ name }) => name);
    };
    expect(await clash(201)).toEqual(['doc:min=2']);
    expect(await clash(200)).toEqual(['doc:min=2 (for "d199")']);
  });

  test('is not looked for after an abort', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(findClash(material, named({ include: ['1'] }), { solver, signal })).rejects.toThrow(
      'enough',
    );
  });
});

describe('a budget that would do', () => {
  const amountFor = (constraints: Constraints, budget: Budget, means = { solver }) => {
    const list = named(constraints, budget);
    const own = list.find(({ kind }) => kind === 'budget');
    return sufficientBudget({ material, constraints: list }, own as never, means);
  };
  const groups = [
    { column: 'domain', group: 'news', min: { items: 3 } },
    { column: 'domain', group: 'talk', min: { items: 2 } },
  ] as const;

  test('in items is the least number', async () => {
    expect(await amountFor({ groups }, { items: 2 })).toBe(5);
    expect(await amountFor({ groups }, { items: 4 })).toBe(5);
    expect(await amountFor({ include: ['0', '2', '4'], groups }, { items: 1 })).toBe(5);
  });

  test('in cost is at most 1 % above the least, three digits rounded up', async () => {
    // News for 2 + 3 + 4, talk for 1 + 6, in quarters: 4 is the least.
    const amount = (await amountFor({ groups }, { cost: 1 }))!;
    expect(amount).toBeGreaterThanOrEqual(4);
    expect(amount).toBeLessThanOrEqual(4 * 1.01 + 0.01);
    expect(Number(amount.toPrecision(3))).toBe(amount);
    const dear = (await amountFor({ include: ['6', '2'] }, { cost: 0.5 }))!;
    expect(dear).toBeGreaterThanOrEqual(3.75);
    expect(dear).toBeLessThanOrEqual(3.8);
  });

  test('is all that there is where all is asked for', async () => {
    const include = dataset.ids;
    expect(await amountFor({ include }, { items: 3 })).toBe(9);
    const amount = (await amountFor({ include }, { cost: 3 }))!;
    expect(amount).toBe(9.5);
  });

  test('is not known without a solver, and where none would do', async () => {
    expect(await amountFor({ groups }, { items: 2 }, {} as never)).toBeUndefined();
    expect(await amountFor({ include: ['1'], exclude: ['1'] }, { items: 2 })).toBeUndefined();
  });
});
