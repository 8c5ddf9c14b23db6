import { datasetFromItems, type ItemCosts } from '@goldpan/core';
import { golden, goldenItems, testWithShared } from '@goldpan/testing';
import { describe, expect, test } from 'vitest';
import { chooseWithin } from '../src/index.js';

/** One run of the reference's `costaware`. */
interface Run {
  readonly budget: number;
  readonly milp_objective: number;
  readonly milp_dual_bound: number;
  readonly milp_selected_ids_in_input_order: number[];
  readonly milp_selected_utility: number;
  readonly returned_ids_in_returned_order: number[];
}

function costaware(name: string) {
  const { costaware: reference, methods } = golden(name);
  const metric: string = /\((.*)\)/.exec(reference.utility)![1];
  const costs: ItemCosts = { values: Float64Array.from(reference.costs.in_data_order), unit: 'units' };
  return {
    runs: reference.runs as Run[],
    dataset: datasetFromItems(goldenItems(name)),
    utilities: Float64Array.from(methods.metric_var[metric]),
    costs,
  };
}

/** HiGHS stops at a relative gap of 1e-4 in the reference. */
const SOLVER_GAP = 1e-4;

async function compareWithReference(name: string) {
  const { runs, dataset, utilities, costs } = costaware(name);
  expect(runs.length).toBeGreaterThan(0);
  for (const run of runs) {
    const options = { budget: { cost: run.budget }, costs };
    const best = await chooseWithin(dataset, { utilities }, options);
    expect(best.isOptimal).toBe(true);
    expect(best.objective).toBeGreaterThanOrEqual((1 - SOLVER_GAP) * run.milp_selected_utility);
    expect(best.objective).toBeLessThanOrEqual(-run.milp_dual_bound * (1 + 1e-9));
    expect(best.spending.total).toBeLessThanOrEqual(run.budget);

    const reference = await chooseWithin(dataset, { utilities }, { ...options, variant: 'reference' });
    expect(reference.chosen.length).toBe(run.returned_ids_in_returned_order.length);
    // Where the reference lost an item of its set, which one it is hangs on an unstable sort.
    const returned = new Set(run.returned_ids_in_returned_order);
    const lost = run.milp_selected_ids_in_input_order.filter((id) => !returned.has(id));
    if (lost.length === 0) {
      const value = valueOf(reference.explain, [...returned]);
      expect(reference.objective).toBeGreaterThanOrEqual((1 - SOLVER_GAP) * value);
    }
  }
}

function valueOf(explain: (item: number) => { value: number }, items: number[]): number {
  return items.reduce((sum, item) => sum + explain(item).value, 0);
}

describe('the golden costaware sets', () => {
  test('are reached on synth_tiny', () => compareWithReference('synth_tiny'));
  test('are reached on synth_edge', () => compareWithReference('synth_edge'));
  testWithShared('are reached on s2e_web', ['golden/s2e_web.json'], () => compareWithReference('s2e_web'));
  testWithShared('are reached on wmt23_en-de_mqm', ['golden/wmt23_en-de_mqm.json'], () =>
    compareWithReference('wmt23_en-de_mqm'),
  );
});

test('a set that meets the budget exactly keeps all its items, and loses one in the reference', async () => {
  const { runs, dataset, utilities, costs } = costaware('synth_edge');
  const run = runs.find(({ budget }) => budget === 20.251)!;
  const options = { budget: { cost: run.budget }, costs };
  const best = await chooseWithin(dataset, { utilities }, options);
  expect([best.chosen.length, best.spending.total]).toEqual([21, 20.251]);
  const reference = await chooseWithin(dataset, { utilities }, { ...options, variant: 'reference' });
  expect(reference.chosen.length).toBe(20);
});
