import {
  chooseSetWithin,
  chooseWithin,
  itemsNamed,
  requireConstraintSupport,
  type BudgetSelection,
  type ChooseOptions,
  type Constraints,
} from '@goldpan/budget';
import {
  describeOptions,
  runSelector,
  type Budget,
  type Dataset,
  type ItemCosts,
  type RunOptions,
  type Selection,
  type Selector,
} from '@goldpan/core';

/** What is to be selected, within what. */
export interface SelectionTask {
  readonly dataset: Dataset;
  readonly selector: Selector;
  readonly run: RunOptions;
  readonly budget?: Budget;
  readonly costs?: ItemCosts;
  readonly constraints?: Constraints;
  /** How a choice within a cost is made; default `goldpan`. */
  readonly variant?: ChooseOptions['variant'];
  /** Bounds as typed, for selectors that keep them themselves. */
  readonly bounds: { readonly group: readonly string[]; readonly maxPer: readonly string[] };
}

/** A selection, and, where items were chosen within a budget or constraints, how good the choice is. */
export interface MadeSelection {
  readonly selection: Selection;
  readonly choice?: BudgetSelection;
}

/**
 * Runs a selector within budget and constraints. A selector that ranks is run once and the best choice of its ranking is
 * looked for; a selector that chooses a set for a budget is given the budget, and bounds if it has options for them.
 *
 * @throws CONSTRAINTS_REFUSED and what selector and choice throw
 */
export async function makeSelection(task: SelectionTask): Promise<MadeSelection> {
  const { dataset, selector, run, budget, costs, constraints = {} } = task;
  if (keepsBoundsItself(task)) {
    const { include, includeCounts, exclude } = constraints;
    const { group, maxPer } = task.bounds;
    const own = {
      ...(run.options as object),
      ...(group.length > 0 && { groups: group }),
      ...(maxPer.length > 0 && { 'max-per': maxPer }),
    };
    const set = { ...run, options: own, budget, costs, constraints: { include, includeCounts, exclude } };
    return { selection: await chooseSetWithin(dataset, selector, set) };
  }
  const { by } = requireConstraintSupport(selector, constraints);
  if (by === 'set') {
    return {
      selection: await chooseSetWithin(dataset, selector, { ...run, budget, costs, constraints }),
    };
  }
  const judged = Uint32Array.from(itemsNamed(dataset, 'include', constraints.include ?? []));
  const selection = await runSelector(selector, dataset, { ...run, costs: costs?.values, judged });
  const needsChoice =
    task.constraints !== undefined || budget?.cost !== undefined || task.variant === 'reference';
  if (!needsChoice) {
    return {
      selection: budget ? { ...selection, chosen: selection.ranking.slice(0, budget.items) } : selection,
    };
  }
  // A solver proves the optimum where there is more to keep to than a budget.
  const solver = task.constraints && (await import('@goldpan/budget/node')).highsSolver();
  const choice = await chooseWithin(dataset, selection, {
    budget,
    costs,
    constraints,
    variant: task.variant,
    solver,
    signal: run.signal,
  });
  const bound = { utility: choice.objective, upper: choice.bound, gap: choice.gap };
  return { selection: { ...selection, chosen: choice.chosen, bound }, choice };
}

/**
 * Whether the selector has options for bounds on groups, and all that is asked for can be said by them and a budget. Its bounds
 * are about the items it chooses; where included items are to count too, the choice is made from its ranking.
 */
function keepsBoundsItself({ selector, budget, constraints = {} }: SelectionTask): boolean {
  const options = describeOptions(selector.options).map(({ name }) => name);
  const { groups = [], maxPer = [], include = [], keepDocuments, balance } = constraints;
  const isOnlyBounds = !keepDocuments && balance === undefined;
  const isOfNewItems = include.length === 0 || groups.length + maxPer.length === 0;
  const isSaid = budget?.items !== undefined && isOnlyBounds && isOfNewItems;
  return isSaid && options.includes('groups') && options.includes('max-per');
}
