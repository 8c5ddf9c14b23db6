import { datasetFromItems, defineSelector, z, type SelectionContext, type Selector } from '@goldpan/core';
import { describe, expect, test } from 'vitest';
import { selectWithin, type Solver } from '../src/index.js';
import { inlineHighs } from './small-tasks.js';

const dataset = datasetFromItems(
  Array.from({ length: 7 }, (_, i) => ({
    id: `i${i}`,
    src: 'x'.repeat(i + 1),
    domain: i < 4 ? 'news' : 'talk',
  })),
);
const costs = { values: Float64Array.of(5, 1, 2, 3, 4, 1, 2), unit: 'minutes' };

/** Ranks by utilities of its own, and keeps what it was told. */
function ranking(traits: Partial<Selector['traits']> = {}) {
  const seen: SelectionContext[] = [];
  const selector = defineSelector({
    name: 'falling',
    summary: 'For tests.',
    needs: [],
    traits: { nested: true, deterministic: true, ...traits },
    options: z.object({}),
    select({ size }, _options, context) {
      seen.push(context);
      const utilities = Float64Array.from({ length: size }, (_, item) => size - item);
      return { utilities, weights: utilities.map(() => 1) };
    },
  });
  return { selector, seen };
}

/** A solver that only counts how often it is asked. */
function counted(): { solver: Solver; asked: () => number } {
  let asked = 0;
  return { solver: { maximise: (...call) => (asked++, inlineHighs.maximise(...call)) }, asked: () => asked };
}

const list = (items?: Uint32Array) => items && Array.from(items);

describe('a selector that ranks', () => {
  test('alone is run as it is', async () => {
    const { selector, seen } = ranking();
    const { selection, choice, replaced } = await selectWithin(dataset, selector, { seed: 3 });
    expect(list(selection.ranking)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([selection.chosen, choice, replaced]).toEqual([undefined, undefined, undefined]);
    expect(selection.weights).toBeDefined();
    expect([seen[0].seed, seen[0].budget, seen[0].costs]).toEqual([3, undefined, undefined]);
    expect(list(seen[0].judged)).toEqual([]);
  });

  test('gives the beginning of its ranking for a budget of items, without being told of it', async () => {
    const { selector, seen } = ranking();
    const { selection, choice } = await selectWithin(dataset, selector, { budget: { items: 3 }, costs });
    expect(list(selection.chosen)).toEqual([0, 1, 2]);
    expect([choice, selection.bound]).toEqual([undefined, undefined]);
    expect(selection.weights).toBeDefined();
    expect(seen[0].budget).toBeUndefined();
    expect(Array.from(seen[0].costs!)).toEqual([5, 1, 2, 3, 4, 1, 2]);
  });

  test('is told of a budget of items where it draws, and only then', async () => {
    const told = async (traits: Partial<Selector['traits']>, options: object) => {
      const { selector, seen } = ranking(traits);
      await selectWithin(dataset, selector, { costs, ...options });
      return seen[0].budget;
    };
    const draws = { nested: true, deterministic: false };
    expect(await told(draws, { budget: { items: 3 } })).toEqual({ items: 3 });
    expect(await told({ ...draws, nested: false }, { budget: { items: 3 } })).toBeUndefined();
    expect(await told(draws, { budget: { items: 3 }, constraints: { exclude: ['i2'] } })).toBeUndefined();
    expect(await told(draws, { budget: { cost: 5 } })).toBeUndefined();
    expect(await told(draws, { budget: { cost: 5, items: 3 } })).toBeUndefined();
  });

  test('chooses within a budget of cost, and drops the weights of its own', async () => {
    const { selector } = ranking();
    const { solver, asked } = counted();
    const { selection, choice } = await selectWithin(dataset, selector, {
      budget: { cost: 6 },
      costs,
      solver,
    });
    expect(list(selection.chosen)).toEqual([1, 2, 3]);
    expect([selection.weights, selection.inclusion]).toEqual([undefined, undefined]);
    expect(list(selection.ranking)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(selection.bound).toEqual({ utility: choice!.objective, upper: choice!.bound, gap: 0 });
    expect(choice!.spending).toMatchObject({ total: 6, budget: 6 });
    // One limit alone needs no solver.
    expect(asked()).toBe(0);
  });

  test('chooses under constraints, with a solver, and is told of included items', async () => {
    const { selector, seen } = ranking();
    const { solver, asked } = counted();
    const constraints = {
      include: ['i6', 'i4'],
      groups: [{ column: 'domain', group: 'news', max: { items: 1 } }],
    };
    const options = { budget: { cost: 7 }, costs, constraints, solver };
    const { selection, choice } = await selectWithin(dataset, selector, options);
    expect(list(seen[0].judged)).toEqual([6, 4]);
    expect(seen[0].constraints).toBeUndefined();
    expect(list(selection.chosen)).toEqual([1, 4, 6]);
    expect(choice!.isOptimal).toBe(true);
    expect(asked()).toBe(0);
    const tight = {
      groups: [{ column: 'domain', min: { percent: 50 } }],
      maxPer: [{ column: 'doc', items: 1 }],
    };
    const many = datasetFromItems(
      Array.from({ length: 40 }, (_, i) => ({ id: `${i}`, doc: `d${i % 9}`, domain: i % 3 ? 'a' : 'b' })),
    );
    const dear = { values: Float64Array.from(many.ids, (_, i) => 3 + ((i * 7) % 11) / 2), unit: 'minutes' };
    await selectWithin(many, selector, { budget: { cost: 29 }, costs: dear, constraints: tight, solver });
    expect(asked()).toBeGreaterThan(0);
  });

  test('leaves out what its ranking tells, beside what is excluded', async () => {
    const { selector } = ranking();
    const leaveOut = (order: Uint32Array) => [dataset.ids[order[0]], dataset.ids[order[2]]];
    const budget = { items: 2 };
    const { selection, choice } = await selectWithin(dataset, selector, { budget, leaveOut });
    expect(list(selection.chosen)).toEqual([1, 3]);
    expect(choice).toBeDefined();
    const constraints = { exclude: ['i3'] };
    const more = await selectWithin(dataset, selector, { budget, leaveOut, constraints });
    expect(list(more.selection.chosen)).toEqual([1, 4]);
    const none = await selectWithin(dataset, selector, { budget, leaveOut: () => [] });
    expect([none.choice, list(none.selection.chosen)]).toEqual([undefined, [0, 1]]);
  });

  test('chooses as the reference where that is asked for', async () => {
    const { selector } = ranking();
    const run = (budget: object) => selectWithin(dataset, selector, { budget, costs, variant: 'reference' });
    // Met exactly, the budget loses the least of 1, 2 and 3.
    expect(list((await run({ cost: 6 })).selection.chosen)).toEqual([1, 2]);
    await expect(run({ items: 2 })).rejects.toMatchObject({ code: 'NOT_AS_REFERENCE' });
  });

  test('stops when its signal is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    for (const { selector } of [ranking(), ranking({ design: true })])
      await expect(selectWithin(dataset, selector, { budget: { items: 2 }, signal })).rejects.toThrow(
        'enough',
      );
  });
});
