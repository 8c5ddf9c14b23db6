import { datasetFromItems } from '@goldpan/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseWithin, describeExplanation } from '../src/index.js';
import { keepsTo } from './brute-force.js';
import { asCall, inlineHighs, rescaled, sensible, smallTask } from './small-tasks.js';

const dataset = datasetFromItems(
  ['news', 'news', 'news', 'news', 'speech', 'speech'].map((domain, item) => ({ id: `i${item}`, domain })),
);
const utilities = Float64Array.of(60, 50, 40, 30, 20, 10);
const costs = { values: Float64Array.of(1, 2, 1, 1, 1, 3), unit: 'minutes' };

describe('an explanation', () => {
  test('ranks items by utility and by utility per cost', async () => {
    const { explain } = await chooseWithin(dataset, { utilities }, { costs, budget: { cost: 3 } });
    const ranks = (item: number) => [explain(item).rankByUtility, explain(item).rankByUtilityPerCost];
    expect([ranks(0), ranks(1), ranks(5)]).toEqual([
      [1, 1],
      [2, 4],
      [6, 6],
    ]);
  });

  test('names the constraint that forced an item, and the item it stands before', async () => {
    const groups = [{ column: 'domain', min: { items: 1 } }] as const;
    const options = { budget: { items: 3 }, constraints: { groups }, solver: inlineHighs };
    const { chosen, explain } = await chooseWithin(dataset, { utilities }, options);
    expect([...chosen]).toEqual([0, 1, 4]);
    expect(explain(0)).toMatchObject({ isChosen: true, forcedBy: [], forbiddenBy: [] });
    expect(explain(4)).toMatchObject({ isChosen: true, forcedBy: ['domain:min=1'], over: 2 });
    expect(explain(2)).toMatchObject({ isChosen: false, forbiddenBy: ['the budget of 3 items'] });
    expect(describeExplanation(explain(4), 'item')).toBe(
      'chosen for domain:min=1: 5th by utility, 5th by utility per item',
    );
  });

  test('names the constraints that forbid an item', async () => {
    const constraints = { groups: [{ column: 'domain', max: { items: 2 } }], exclude: ['i1'] } as const;
    const options = { budget: { items: 4 }, constraints, solver: inlineHighs };
    const { chosen, explain } = await chooseWithin(dataset, { utilities }, options);
    expect([...chosen]).toEqual([0, 2, 4, 5]);
    expect(explain(1).forbiddenBy).toEqual(['exclude']);
    expect(explain(3).forbiddenBy.toSorted()).toEqual(['domain:max=2', 'the budget of 4 items']);
    expect(describeExplanation(explain(1), 'item')).toBe(
      'left out because of exclude: 2nd by utility, 2nd by utility per item',
    );
  });

  test('says for an included item that it is included', async () => {
    const options = { budget: { items: 1 }, constraints: { include: ['i5'] } };
    const { chosen, explain } = await chooseWithin(dataset, { utilities }, options);
    expect([...chosen]).toEqual([5]);
    expect(explain(5)).toMatchObject({ forcedBy: ['include'] });
  });
});

test('of the best selection names a constraint for every item that is left out', async () => {
  await fc.assert(
    fc.asyncProperty(smallTask.map(sensible), async (task) => {
      const { dataset: data, utilities: given, options } = asCall(task);
      const best = await chooseWithin(data, { utilities: given }, options).catch(() => undefined);
      for (let item = 0; best !== undefined && item < task.values.length; item++) {
        const { isChosen, forbiddenBy } = best.explain(item);
        expect(forbiddenBy.length > 0).toBe(!isChosen);
        if (isChosen || task.constraints.keepDocuments) continue;
        // What is named is true: with the item added, the selection does not keep to the constraints.
        const more = task.values.map((_, other) => other === item || best.chosen.includes(other));
        expect(keepsTo(task, more)).toBe(false);
      }
    }),
    { numRuns: 100 },
  );
});

/** 1 and how many values are higher. */
const rankOf = (values: readonly number[], item: number) =>
  1 + values.filter((value) => value > values[item]).length;

test('ranks are 1 and the number of higher values; equal values share theirs', async () => {
  await fc.assert(
    fc.asyncProperty(smallTask.map(sensible), async (task) => {
      const { dataset: data, utilities: given, options } = asCall(task);
      const best = await chooseWithin(data, { utilities: given }, { ...options, constraints: {} }).catch(
        () => undefined,
      );
      const costsOf = task.costs.map((cost) => cost / 10);
      for (let item = 0; best !== undefined && item < task.values.length; item++) {
        const explanation = best.explain(item);
        const worth = rescaled(task.values);
        expect(explanation.value).toBeCloseTo(worth[item], 12);
        expect(explanation.cost).toBeCloseTo(costsOf[item], 12);
        expect(explanation.rankByUtility).toBe(rankOf(task.values, item));
        const ratios = task.values.map((_, other) => best.explain(other).value / best.explain(other).cost);
        expect(explanation.rankByUtilityPerCost).toBe(rankOf(ratios, item));
      }
    }),
    { seed: 31, numRuns: 60 },
  );
});

test('an item is kept for a constraint where a better one that is left out would otherwise take its place', async () => {
  await fc.assert(
    fc.asyncProperty(smallTask.map(sensible), async (task) => {
      const { dataset: data, utilities: given, options } = asCall(task);
      const best = await chooseWithin(data, { utilities: given }, options).catch(() => undefined);
      for (let item = 0; best !== undefined && item < task.values.length; item++) {
        const { isChosen, forcedBy, over, value } = best.explain(item);
        if (!isChosen) expect([forcedBy, over]).toEqual([[], undefined]);
        if (over === undefined) continue;
        const other = best.explain(over);
        expect(other.isChosen).toBe(false);
        if (!task.constraints.keepDocuments) expect(other.value).toBeGreaterThan(value);
        // The two cannot change places, and it is not the budget that keeps them from it.
        expect(forcedBy.length).toBeGreaterThan(0);
        for (const name of forcedBy) expect(name).not.toMatch(/^the budget of/);
        const exchanged = task.values.map(
          (_, at) => at === over || (at !== item && best.chosen.includes(at)),
        );
        if (!task.constraints.keepDocuments) expect(keepsTo(task, exchanged)).toBe(false);
      }
    }),
    { seed: 32, numRuns: 80 },
  );
});

test('ordinals are English', () => {
  const said = (rank: number) =>
    describeExplanation(
      {
        item: 0,
        id: 'x',
        isChosen: false,
        value: 1,
        cost: 1,
        rankByUtility: rank,
        rankByUtilityPerCost: rank,
        forcedBy: [],
        forbiddenBy: [],
        document: 'd',
      },
      'minute',
    );
  const ordinals =
    '1st 2nd 3rd 4th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 24th 100th 101st 111th 112th 113th 114th 122nd';
  for (const ordinal of ordinals.split(' '))
    expect(said(parseInt(ordinal, 10))).toBe(
      `left out with its document "d": ${ordinal} by utility, ${ordinal} by utility per minute`,
    );
});
