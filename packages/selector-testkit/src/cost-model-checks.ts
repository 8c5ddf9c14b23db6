import {
  checkCostModel,
  datasetFromItems,
  parseOptions,
  runCostModel,
  stream,
  type CostModel,
  type Dataset,
  type Item,
} from '@goldpan/core';
import type { Check } from './check.js';
import { copesWithUnusualData } from './checks/copes-with-unusual-data.js';
import { requireDescribedOptions } from './checks/describes-its-options.js';
import { requireRefusals } from './checks/refuses-invalid-options.js';
import { expectFailures } from './kit/expect-failures.js';
import { forAll } from './kit/for-all.js';
import { frozenDataset } from './kit/frozen-dataset.js';
import { nonJson } from './kit/non-json.js';
import { renamedSystems } from './kit/renamed-systems.js';
import { fail } from './kit/subject.js';
import { fullSetup, type FullSetup, type Setup } from './setup.js';

interface Subject {
  readonly model: CostModel;
  readonly setup: FullSetup;
  readonly who: string;
}

interface CostModelCheck {
  readonly name: string;
  readonly hold: (subject: Subject) => Promise<void>;
}

/** A law on the costs of data of any shape. */
function law(
  name: string,
  must: string,
  hold: (subject: Subject, items: Item[], seed: number) => void,
): CostModelCheck {
  return {
    name,
    hold: (subject) =>
      forAll(subject, must, async (shape) => hold(subject, subject.setup.items(shape), shape.seed)),
  };
}

const costsOf = ({ model, setup }: Subject, data: Item[] | Dataset, options: object = setup.options) =>
  runCostModel(model, Array.isArray(data) ? datasetFromItems(data) : data, options);

/** Holds that two lists of costs are the same to the last bit. */
function requireSame(subject: Subject, must: string, [a, b]: readonly [Float64Array, Float64Array]): void {
  const item = a.findIndex((cost, i) => !Object.is(cost, b[i]));
  if (item >= 0) fail(subject, must, `item ${item} cost ${a[item]}, then ${b[item]}`);
}

const NOTHING = 'keep nothing between calls';
const NAMES = 'not depend on the names of the systems';
const ORDER = 'permute its costs with the items';
const INPUTS = 'leave its inputs as they are';

const CHECKS: readonly CostModelCheck[] = [
  {
    name: 'has the shape of a cost model',
    hold: async ({ model }) => checkCostModel(model, 'the plugin'),
  },
  {
    name: 'describes its options',
    hold: async ({ who, model }) => requireDescribedOptions(who, model.options),
  },
  {
    name: 'refuses invalid options',
    hold: async (subject) => {
      const { setup, model } = subject;
      const items = setup.items({ items: setup.sizes[1], systems: setup.systems[1], seed: setup.seed });
      await requireRefusals(subject, model.options, (options) => costsOf(subject, items, options));
    },
  },
  law('gives every item a cost above 0', 'give every item a cost above 0', (subject, items) => {
    costsOf(subject, items);
  }),
  law('keeps nothing between calls', NOTHING, (subject, items, seed) => {
    const before = costsOf(subject, items).values.slice();
    costsOf(subject, subject.setup.items({ items: items.length, systems: 3, seed: seed + 10_000 }));
    requireSame(subject, NOTHING, [before, costsOf(subject, items).values]);
  }),
  law('changes no input', INPUTS, (subject, items) => {
    const { dataset, changedColumn } = frozenDataset(items);
    costsOf(subject, dataset);
    const column = changedColumn();
    if (column) fail(subject, INPUTS, `it changed ${column}`);
  }),
  law('does not depend on the names of the systems', NAMES, (subject, items) => {
    requireSame(subject, NAMES, [
      costsOf(subject, items).values,
      costsOf(subject, renamedSystems(items)).values,
    ]);
  }),
  law('permutes its costs with the items', ORDER, (subject, items, seed) => {
    const order = stream(seed, 'testkit/order').shuffle(items.map((_, item) => item));
    const costs = costsOf(subject, items).values;
    const permuted = costsOf(
      subject,
      order.map((item) => items[item]),
    ).values;
    const scale = costs.reduce((most, cost) => Math.max(most, cost), 0) * subject.setup.tolerance;
    const at = order.findIndex((item, i) => !(Math.abs(permuted[i] - costs[item]) <= scale));
    if (at >= 0)
      fail(
        subject,
        ORDER,
        `item ${order[at]} cost ${costs[order[at]]}, then, in another place, ${permuted[at]}`,
      );
  }),
  law('has options that survive JSON', 'have options of plain JSON', (subject, items) => {
    const { who, model, setup } = subject;
    const options = parseOptions(who, model.options, setup.options);
    const odd = nonJson(options);
    if (odd) fail(subject, 'have options of plain JSON', `of its options ${odd}`);
    requireSame(subject, 'cost the same with options that went through JSON', [
      costsOf(subject, items).values,
      costsOf(subject, items, JSON.parse(JSON.stringify(options))).values,
    ]);
  }),
  ...copesWithUnusualData('price', (subject: Subject, items) => costsOf(subject, items)),
];

/**
 * The laws of the cost model contract as named checks for any test runner.
 *
 * @throws INVALID_EXPECTATION when `setup.expectedFailures` names no check or gives no reason
 */
export function costModelChecks(model: CostModel, setup: Setup = {}): Check[] {
  const who = `cost model ${JSON.stringify(model?.name ?? '(without a name)')}`;
  const subject = { model, setup: fullSetup(setup), who };
  const checks = CHECKS.map(({ name, hold }) => ({ name, run: async () => hold(subject) }));
  return expectFailures(who, checks, subject.setup.expectedFailures);
}
