import { datasetFromColumns, defineSelector, z } from '@goldpan/core';
import { fullData, resolveMeasure } from '@goldpan/evaluation';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choiceCurve } from '../src/choice-curve.js';
import { choiceInReplicate, positionsIn } from '../src/choice-in-replicate.js';
import { choose, chosenAt } from '../src/choice.js';
import { pilot, registry } from './setting.js';

/** A replicate of 1 to 12 items, and a ranking of them all. */
const drawn = fc.integer({ min: 1, max: 12 }).chain((items) =>
  fc.record({
    items: fc.constant(items),
    drawn: fc
      .array(fc.integer({ min: 0, max: items - 1 }), { minLength: 1, maxLength: 20 })
      .map((values) => Uint32Array.from(values)),
    ranking: fc
      .shuffledSubarray([...Array(items).keys()], { minLength: items, maxLength: items })
      .map((values) => Uint32Array.from(values)),
    chosen: fc.subarray([...Array(items).keys()]).map((values) => Uint32Array.from(values)),
  }),
);

describe('a choice in a replicate', () => {
  test('has every position once, in the order of the ranking, and those of one item in the order of their draws', () => {
    fc.assert(
      fc.property(drawn, ({ items, drawn, ranking }) => {
        const choice = choiceInReplicate({ ranking }, positionsIn(drawn, items));
        const place = (position: number) => ranking.indexOf(drawn[position]);
        const expected = [...drawn.keys()].sort((a, b) => place(a) - place(b) || a - b);
        expect('ranking' in choice && [...choice.ranking]).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  test('of a set has the positions of its items, in their order, and none of others', () => {
    fc.assert(
      fc.property(drawn, ({ items, drawn, chosen }) => {
        const choice = choiceInReplicate({ chosen: [chosen] }, positionsIn(drawn, items));
        const expected = [...drawn.keys()].filter((position) => chosen.includes(drawn[position]));
        expect('chosen' in choice && [...choice.chosen[0]]).toEqual(expected);
      }),
      { seed: 2 },
    );
  });

  test('leaves the choice as it was', () => {
    const ranking = Uint32Array.of(2, 0, 1);
    const chosen = [Uint32Array.of(0, 2)];
    const positionsOf = positionsIn(Uint32Array.of(2, 2, 1, 0), 3);
    choiceInReplicate({ ranking }, positionsOf);
    choiceInReplicate({ chosen }, positionsOf);
    expect([...ranking]).toEqual([2, 0, 1]);
    expect([...chosen[0]]).toEqual([0, 2]);
  });
});

describe('a selector is asked', () => {
  test('once where it ranks, and what is chosen at a share are the first items', async () => {
    let calls = 0;
    const selector = defineSelector({
      name: 'counting',
      summary: 'Later items first.',
      needs: [],
      options: z.object({}),
      select({ size }, _options, { budget }) {
        calls++;
        expect(budget).toBeUndefined();
        return { utilities: Float64Array.from({ length: size }, (_, item) => item) };
      },
    });
    const choice = await choose(selector, pilot(), { registry, shares: [0.1, 0.5] });
    expect(calls).toBe(1);
    expect([...chosenAt(choice, 0, 3)]).toEqual([36, 35, 34]);
  });

  test('for every share where it chooses for a budget, and what is chosen is kept in input order', async () => {
    const budgets: unknown[] = [];
    const selector = defineSelector({
      name: 'spending',
      summary: 'The last items.',
      needs: ['budget'],
      options: z.object({}),
      select({ size }, _options, { budget, costs }) {
        budgets.push(budget);
        expect(costs).toHaveLength(37);
        return { chosen: Uint32Array.from({ length: budget!.items! }, (_, k) => size - 1 - k) };
      },
    });
    const costs = new Float64Array(37).fill(2);
    const choice = await choose(selector, pilot(), { registry, shares: [0.01, 0.1, 1], costs });
    expect(budgets).toEqual([{ items: 1 }, { items: 3 }, { items: 37 }]);
    expect([...chosenAt(choice, 1, 3)]).toEqual([34, 35, 36]);
  });
});

describe('the curve of a choice', () => {
  const values = Float64Array.of(1, 2, 3, 5, 4, 9, 7, 7);
  const full = fullData({ items: 4, systems: 2, values });
  const measure = resolveMeasure('mean-absolute-error');
  const measuring = { full, measure, shares: [0.25, 0.3, 0.5, 1] };
  // Means of the whole: 3.75 and 5.75.
  test('has a value for every share, also for shares that are the same number of items', () => {
    const curve = choiceCurve(measuring, { ranking: Uint32Array.of(3, 0, 2, 1) });
    const first = (Math.abs(7 - 3.75) + Math.abs(7 - 5.75)) / 2;
    const two = (Math.abs(4 - 3.75) + Math.abs(4.5 - 5.75)) / 2;
    expect([...curve]).toEqual([first, first, two, 0]);
  });

  test('of sets measures each set, and a set of nothing has no value', () => {
    const chosen = [Uint32Array.of(3), Uint32Array.of(), Uint32Array.of(0, 3), Uint32Array.of(0, 1, 2, 3)];
    const [one, nothing, two, all] = choiceCurve(measuring, { chosen });
    expect(one).toBe((Math.abs(7 - 3.75) + Math.abs(7 - 5.75)) / 2);
    expect(nothing).toBeNaN();
    expect(two).toBe((Math.abs(4 - 3.75) + Math.abs(4.5 - 5.75)) / 2);
    expect(all).toBe(0);
  });
});

test('data without the columns that a selector needs is refused with its name', async () => {
  const bare = datasetFromColumns({ ids: ['a', 'b'], systems: ['x', 'y'], metrics: [], scores: [] });
  const range = registry.selector('range');
  await expect(choose(range, bare, { registry, shares: [0.5] })).rejects.toMatchObject({
    code: 'UNMET_NEEDS',
  });
});
