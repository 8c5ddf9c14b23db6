import { datasetFromItems, defineSelector, z, type Item } from '@goldpan/core';
import { expect, test } from 'vitest';
import { readBudgets, selectWithin } from '../src/index.js';

const COSTS = { values: Float64Array.of(50, 10, 10, 10, 20), unit: 'seconds' };
const dataset = datasetFromItems(
  Array.from({ length: 5 }, (_, i): Item => ({ id: `i${i}`, scores: { A: { m: i }, B: { m: 2 * i } } })),
);
const traits = {
  itemwise: false,
  deterministic: true,
  nested: false,
  invariantToSystemOrder: true,
  invariantToItemOrder: false,
};
const ranks = defineSelector({
  name: 'first-items',
  summary: 'In order.',
  needs: ['scores'],
  traits: { ...traits, nested: true },
  options: z.object({}),
  select: () => ({ ranking: Uint32Array.of(0, 1, 2, 3, 4) }),
});
const sets = defineSelector({
  name: 'first-set',
  summary: 'The first.',
  needs: ['scores', 'budget'],
  traits,
  options: z.object({}),
  select: (_dataset, _options, { budget }) => ({
    chosen: Uint32Array.from({ length: budget!.items! }, (_, i) => i),
  }),
});

test('of two limits the one without a unit is in items, and both are read', () => {
  expect(readBudgets(['3', '1 min'], { size: 5, costs: COSTS })).toEqual({ items: 3, cost: 60 });
  expect(readBudgets(['0.5 min', '2 items'], { size: 5, costs: COSTS })).toEqual({ items: 2, cost: 30 });
  expect(readBudgets(['40'], { size: 5, costs: COSTS })).toEqual({ cost: 40 });
  for (const texts of [['1 min', '2 s'], ['3', '1 min', '2 items'], []])
    expect(() => readBudgets(texts, { size: 5, costs: COSTS })).toThrow(/one in items and one in costs/);
  expect(() => readBudgets(['3', '90'], { size: 5, costs: COSTS })).toThrow(/such as "90 seconds"/);
});

test.each([ranks, sets])('$name keeps both limits', async (selector) => {
  const chosenWith = async (items: number, cost: number) => {
    const { selection } = await selectWithin(dataset, selector, { budget: { items, cost }, costs: COSTS });
    const spent = selection.chosen!.reduce((sum, item) => sum + COSTS.values[item], 0);
    expect(selection.chosen!.length).toBeLessThanOrEqual(items);
    expect(spent).toBeLessThanOrEqual(cost);
    return selection.chosen!.length;
  };
  // The money is for one dear item or three cheap ones; the count is for two.
  expect(await chosenWith(2, 55)).toBeGreaterThan(0);
  expect(await chosenWith(2, 200)).toBe(2);
  expect(await chosenWith(4, 60)).toBeGreaterThan(1);
});
