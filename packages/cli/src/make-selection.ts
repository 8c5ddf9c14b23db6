import {
  chooseWithin,
  requireConstraintSupport,
  type BudgetSelection,
  type Constraints,
} from '@goldpan/budget';
import {
  describeOptions,
  runSelector,
  takeItems,
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
  const options = describeOptions(selector.options).map(({ name }) => name);
  if (options.includes('groups') && options.includes('max-per')) {
    const { groups: _groups, maxPer: _maxPer, ...rest } = constraints;
    const { group, maxPer } = task.bounds;
    const own = {
      ...(run.options as object),
      ...(group.length > 0 && { groups: group }),
      ...(maxPer.length > 0 && { 'max-per': maxPer }),
    };
    return { selection: await runWithout(rest, { ...task, run: { ...run, options: own } }) };
  }
  const { by } = requireConstraintSupport(selector, constraints);
  if (by === 'set') return { selection: await runWithout(constraints, task) };
  const selection = await runSelector(selector, dataset, { ...run, costs: costs?.values });
  const needsChoice = task.constraints !== undefined || budget?.cost !== undefined;
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
    solver,
    signal: run.signal,
  });
  return { selection: { ...selection, chosen: choice.chosen }, choice };
}

/** Runs a selector that chooses a set: excluded items are not shown to it, included ones are put before what it chooses. */
async function runWithout(constraints: Constraints, task: SelectionTask): Promise<Selection> {
  const { dataset, selector, run, budget, costs } = task;
  requireConstraintSupport(selector, constraints);
  const indexOf = new Map(dataset.ids.map((id, item) => [id, item]));
  const items = (ids: readonly string[] = []) => ids.flatMap((id) => indexOf.get(id) ?? []);
  const included = items(constraints.include);
  const hidden = new Set([...included, ...items(constraints.exclude)]);
  const shown = Uint32Array.from(dataset.ids.keys()).filter((item) => !hidden.has(item));
  const paid = constraints.includeCounts === false ? 0 : included.length;
  const selection = await runSelector(selector, hidden.size === 0 ? dataset : takeItems(dataset, shown), {
    ...run,
    costs: costs && Float64Array.from(shown, (item) => costs.values[item]),
    budget: budget?.items === undefined ? budget : { items: Math.max(1, budget.items - paid) },
  });
  if (hidden.size === 0) return selection;
  const whole = (ranking: Uint32Array) =>
    Uint32Array.from([...included, ...ranking.map((item) => shown[item])]);
  const spread = (values?: Float64Array) => {
    if (!values) return undefined;
    const all = new Float64Array(dataset.size);
    shown.forEach((item, row) => (all[item] = values[row]));
    return all;
  };
  return {
    ...selection,
    ranking: Uint32Array.from([...whole(selection.ranking), ...items(constraints.exclude)]),
    chosen: selection.chosen && whole(selection.chosen),
    utilities: spread(selection.utilities),
    weights: spread(selection.weights),
    inclusion: spread(selection.inclusion),
  };
}
