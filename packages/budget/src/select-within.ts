import {
  brokenBounds,
  groupBounds,
  groupItems,
  isGoldpanError,
  runSelector,
  type Budget,
  type Constraints,
  type Dataset,
  type Selection,
  type Selector,
} from '@goldpan/core';
import { chooseSetWithin, type ChooseSetOptions } from './choose-set-within.js';
import { chooseWithin, type BudgetSelection, type ChooseOptions } from './choose-within.js';
import { itemsNamed } from './items-named.js';

/** How a selector is run, and what its choice must keep to. */
export interface SelectWithinOptions extends ChooseSetOptions, Pick<ChooseOptions, 'solver' | 'variant'> {
  /** Ids that must not be chosen either and that only the ranking tells, such as repeats of better items. */
  readonly leaveOut?: (ranking: Uint32Array) => readonly string[];
  /** Whether other rankings leave other items out, so that what is left of a draw has no known probabilities. Default: false. */
  readonly leavesOutByOrder?: boolean;
}

/** A selection, and, where items were chosen within a budget of costs or constraints, how good the choice is. */
export interface SelectionWithin {
  readonly selection: Selection;
  readonly choice?: BudgetSelection;
  /** How many items of the selector's own set had to be left out for the constraints. */
  readonly replaced?: number;
}

/**
 * Runs any selector within budget and constraints; all of them keep all constraints.
 *
 * - A selector that ranks is run once, and the best choice of what it gives is looked for (`chooseWithin`).
 * - A selector that chooses a whole set for a budget is given the budget, and bounds on groups where it has the trait `keepsBounds`. If
 *   its set does not keep to everything, the best choice by its utilities takes its place; weights and inclusion probabilities, which
 *   belong to the set, are then dropped, and so they are where it keeps to bounds or a second limit by luck. Where its ranking tells items
 *   to leave out, it is run again without them.
 *
 * @throws what the selector, `chooseSetWithin` and `chooseWithin` throw
 */
export async function selectWithin(
  dataset: Dataset,
  selector: Selector,
  { solver, variant, leaveOut = () => [], leavesOutByOrder = false, ...options }: SelectWithinOptions,
): Promise<SelectionWithin> {
  const { budget, costs, signal } = options;
  if (choosesSet(selector, options)) {
    const first = await ownSet(dataset, selector, oneLimit(options));
    const left = leaveOut(first.ranking);
    const constraints = excluding(options.constraints, left) ?? {};
    const selection =
      left.length === 0 ? first : await ownSet(dataset, selector, oneLimit({ ...options, constraints }));
    const { chosen } = selection;
    const isLucky = isByLuck(selector, constraints, budget) || (leavesOutByOrder && left.length > 0);
    if (chosen === undefined || (isKept(dataset, chosen, constraints) && isPaid(chosen, options)))
      return { selection: isLucky ? withoutProbabilities(selection) : selection };
    const choice = await chooseWithin(dataset, selection, {
      budget,
      costs,
      constraints,
      variant,
      solver,
      signal,
    });
    const stays = new Set(choice.chosen);
    const replaced = selection.chosen!.filter((item) => !stays.has(item)).length;
    return { selection: chosenOf(withoutProbabilities(selection), choice), choice, replaced };
  }
  const judged = Uint32Array.from(itemsNamed(dataset, 'include', options.constraints?.include ?? []));
  const { constraints: asked, budget: _, ...run } = options;
  const selection = await runSelector(selector, dataset, {
    ...run,
    ...(isCounted(selector, options) && { budget }),
    costs: costs?.values,
    judged,
  });
  const constraints = excluding(asked, leaveOut(selection.ranking));
  if (constraints === undefined && budget?.cost === undefined && variant !== 'reference') {
    return {
      selection: budget ? { ...selection, chosen: selection.ranking.slice(0, budget.items) } : selection,
    };
  }
  const choice = await chooseWithin(dataset, selection, {
    budget,
    costs,
    constraints,
    variant,
    // Without constraints there is nothing to prove.
    solver: constraints && solver,
    signal,
  });
  return { selection: chosenOf(withoutProbabilities(selection), choice), choice };
}

/** Whether a selector that draws is told how many items are taken of its order, so that it can say with which probability. */
function isCounted({ traits }: Selector, { budget, constraints }: SelectWithinOptions): boolean {
  return traits.nested && !traits.deterministic && constraints === undefined && budget?.cost === undefined;
}

/**
 * Whether another draw might not have kept to everything: those that do are not drawn with the probabilities of the design. Documents are not
 * looked at, as some designs draw them whole.
 */
function isByLuck(
  { traits }: Selector,
  { groups = [], maxPer = [] }: Constraints,
  { items, cost }: Partial<Budget> = {},
): boolean {
  return (
    (groups.length + maxPer.length > 0 && !traits.keepsBounds) || (items !== undefined && cost !== undefined)
  );
}

/** Weights and probabilities belong to the choice that the selector meant. */
function withoutProbabilities({ weights: _, inclusion: __, ...rest }: Selection): Selection {
  return rest;
}

/** Constraints that also exclude some items. */
function excluding(constraints: Constraints | undefined, ids: readonly string[]): Constraints | undefined {
  if (ids.length === 0) return constraints;
  return { ...constraints, exclude: [...(constraints?.exclude ?? []), ...ids] };
}

function chosenOf(selection: Selection, { chosen, objective, bound, gap }: BudgetSelection): Selection {
  return { ...selection, chosen, bound: { utility: objective, upper: bound, gap } };
}

/**
 * Whether the selector is to choose the set: it is a design, it can do nothing else, or it keeps the bounds that are asked for. Its bounds are about
 * the items it chooses from, so not where included items count too, or bands of length are those of all items.
 */
function choosesSet({ needs, traits }: Selector, { budget, constraints = {} }: SelectWithinOptions): boolean {
  if (traits.design || (needs.includes('budget') && !traits.nested)) return true;
  const { groups = [], maxPer = [], include = [], exclude = [], keepDocuments, balance } = constraints;
  const bounds = [...groups, ...maxPer];
  const isOfSeenItems =
    (include.length === 0 || bounds.length === 0) &&
    (exclude.length === 0 || bounds.every(({ column }) => column !== 'length'));
  return traits.keepsBounds && budget?.items !== undefined && !keepDocuments && !balance && isOfSeenItems;
}

/** The selector's own set; without the bounds where it refuses them. */
async function ownSet(dataset: Dataset, selector: Selector, options: ChooseSetOptions): Promise<Selection> {
  try {
    return await chooseSetWithin(dataset, selector, options);
  } catch (error) {
    if (!isGoldpanError(error) || error.code !== 'CONSTRAINTS_REFUSED') throw error;
    const { groups: _, maxPer: __, ...others } = options.constraints ?? {};
    return chooseSetWithin(dataset, selector, { ...options, constraints: others });
  }
}

/** The limit in items, where there is one in costs too: what a set costs is looked at when it is chosen. */
function oneLimit(options: ChooseSetOptions): ChooseSetOptions {
  const { items } = options.budget ?? {};
  return items === undefined ? options : { ...options, budget: { items } };
}

/** Whether a limit in costs has room for a set that was chosen for one in items. */
function isPaid(chosen: Uint32Array, { budget, costs, constraints }: SelectWithinOptions): boolean {
  if (budget?.items === undefined || budget.cost === undefined) return true;
  // Items that are paid for need the exact account of the choice.
  if (constraints?.include !== undefined) return false;
  return chosen.reduce((sum, item) => sum + costs!.values[item], 0) <= budget.cost;
}

function isKept(dataset: Dataset, chosen: Uint32Array, constraints: Constraints): boolean {
  if (constraints.balance !== undefined) return false;
  if (constraints.keepDocuments && !isWhole(dataset, chosen)) return false;
  return brokenBounds(groupBounds(dataset, constraints), chosen).length === 0;
}

/** Whether of every document all items are chosen, or none. */
function isWhole(dataset: Dataset, chosen: Uint32Array): boolean {
  const { of } = groupItems(dataset, { column: 'doc' }, 'keep-documents');
  const documents = new Set(Array.from(chosen, (item) => of[item]));
  return of.filter((document) => documents.has(document)).length === chosen.length;
}
