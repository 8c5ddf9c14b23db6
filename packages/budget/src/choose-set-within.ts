import {
  runSelector,
  takeItems,
  type Budget,
  type Constraints,
  type Dataset,
  type ItemCosts,
  type RunOptions,
  type Selection,
  type Selector,
} from '@goldpan/core';
import { shortUnit } from './cost-units.js';
import { clashingConstraints } from './errors.js';
import { formatAmount } from './format-spending.js';
import { itemsNamed } from './items-named.js';

/** What a set is chosen with and within. */
export interface ChooseSetOptions extends Omit<RunOptions, 'costs' | 'judged' | 'constraints'> {
  readonly costs?: ItemCosts;
  /** Documents to keep whole and groups that take turns are not looked at. */
  readonly constraints?: Constraints;
}

/**
 * Runs a selector that chooses a whole set. Excluded items are not shown to it. Included items come first in the choice, their
 * cost is taken off the budget unless they are paid for already, and the selector gets what is left: it is told of them as
 * judged items where it claims to extend those (trait `extendsJudged`), and is not shown them otherwise. Excluded items end
 * the ranking. Bounds on groups are left to a selector with the trait `keepsBounds`. Items the selector did not see have utility, weight and inclusion
 * probability 0, but beside a sample with probabilities included items are certain: 1. O(N) beside the selector.
 *
 * @throws UNKNOWN_ITEM, CLASHING_CONSTRAINTS where nothing is left to choose or to spend, and what the selector throws
 */
export async function chooseSetWithin(
  dataset: Dataset,
  selector: Selector,
  { costs, constraints = {}, budget, ...run }: ChooseSetOptions,
): Promise<Selection> {
  const included = itemsNamed(dataset, 'include', constraints.include ?? []);
  const excluded = itemsNamed(dataset, 'exclude', constraints.exclude ?? []);
  const isIncluded = new Set(included);
  const both = excluded.find((item) => isIncluded.has(item));
  if (both !== undefined)
    throw clashingConstraints(['include', 'exclude'], [`both name ${JSON.stringify(dataset.ids[both])}`]);
  const extend = selector.traits.extendsJudged;
  const hidden = new Set(extend ? excluded : [...excluded, ...included]);
  const shown = Uint32Array.from(dataset.ids.keys()).filter((item) => !hidden.has(item));
  if (included.length + excluded.length === dataset.size)
    throw clashingConstraints(['include', 'exclude'], ['no other item is left']);
  const paid = constraints.includeCounts === false ? [] : included;
  const selection = await runSelector(selector, hidden.size === 0 ? dataset : takeItems(dataset, shown), {
    ...run,
    ...(costs && { costs: Float64Array.from(shown, (item) => costs.values[item]) }),
    ...(budget && { budget: budgetLeft(budget, paid, costs) }),
    ...(selector.traits.keepsBounds && {
      constraints: { groups: constraints.groups, maxPer: constraints.maxPer },
    }),
    ...(extend && { judged: Uint32Array.from(included, (item) => shown.indexOf(item)) }),
  });
  if (hidden.size === 0 && included.length === 0) return selection;
  return onAllItems(selection, { dataset, shown, included, excluded });
}

/** What the included items leave of a budget. */
function budgetLeft(budget: Budget, paid: readonly number[], costs: ItemCosts | undefined): Budget {
  const { items, cost } = budget;
  if (items !== undefined) {
    if (paid.length >= items)
      throw clashingConstraints(['include', `the budget of ${items} items`], [`it includes ${paid.length}`]);
    return { items: items - paid.length };
  }
  const spent = paid.reduce((sum, item) => sum + (costs?.values[item] ?? 0), 0);
  if (spent >= cost!) {
    const unit = shortUnit(costs!.unit);
    const facts = [`included items cost ${formatAmount(spent)} ${unit}`];
    throw clashingConstraints(['include', `the budget of ${formatAmount(cost!)} ${unit}`], facts);
  }
  return { cost: cost! - spent };
}

interface Whole {
  readonly dataset: Dataset;
  readonly shown: Uint32Array;
  readonly included: readonly number[];
  readonly excluded: readonly number[];
}

/** A selection of the shown items as one of all items: included ones first, excluded ones last. */
function onAllItems(selection: Selection, { dataset, shown, included, excluded }: Whole): Selection {
  const isIncluded = new Set(included);
  const after = (items: Uint32Array) => [
    ...included,
    ...Array.from(items, (item) => shown[item]).filter((item) => !isIncluded.has(item)),
  ];
  const spread = (values: Float64Array | undefined) => {
    const all = values && new Float64Array(dataset.size);
    values?.forEach((value, at) => (all![shown[at]] = value));
    return all;
  };
  const certain = (values: Float64Array | undefined) => {
    for (const item of included) if (values) values[item] = 1;
    return values;
  };
  return {
    ...selection,
    ranking: Uint32Array.from([...after(selection.ranking), ...excluded]),
    chosen: selection.chosen && Uint32Array.from(after(selection.chosen)),
    utilities: spread(selection.utilities),
    weights: selection.inclusion ? certain(spread(selection.weights)) : spread(selection.weights),
    inclusion: certain(spread(selection.inclusion)),
  };
}
