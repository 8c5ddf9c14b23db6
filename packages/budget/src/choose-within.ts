import { groupItems, type Budget, type Constraints, type Dataset, type ItemCosts } from '@goldpan/core';
import { buildProblem, type Built } from './build-problem.js';
import type { Material } from './material.js';
import { chooseAsReference } from './choose-as-reference.js';
import { noSelectionFound, nothingWorthIt } from './errors.js';
import { explainer, type Explanation } from './explain-selection.js';
import { clashError } from './clash-error.js';
import { findClash } from './find-clash.js';
import { itemValues, type Rated, type ValueScale } from './item-values.js';
import { wholeCosts } from './kernels/whole-costs.js';
import { nameConstraints, type NamedConstraint } from './named-constraints.js';
import type { Problem } from './problem.js';
import { checkCosts } from './check-costs.js';
import { solveBuilt } from './solve-built.js';
import { sufficientBudget } from './sufficient-budget.js';
import type { Solver } from './solver.js';
import { spendingOf, type ChosenItem, type Spending } from './spending.js';

/** How a selection is made; everything has a default. */
export interface ChooseOptions {
  /** Absent = no limit but the constraints. */
  readonly budget?: Budget;
  /** What the items cost, from `runCostModel`; absent = 1 item each. Needed for a budget in cost. */
  readonly costs?: ItemCosts;
  readonly constraints?: Constraints;
  /** What an item counts in the objective; default `rescaled`. */
  readonly values?: ValueScale;
  /** For more than one row of constraints; absent = greedy selection with swaps and a Lagrangian bound. */
  readonly solver?: Solver;
  readonly signal?: AbortSignal;
  /** How far from the best possible is good enough, as a share; default 0: prove the optimum. Only a solver goes on for it. */
  readonly gap?: number;
  /** `reference` does what the Python reference does, its faults included; see `chooseAsReference`. */
  readonly variant?: 'goldpan' | 'reference';
}

/** A selection within budget and constraints, and how good it is. */
export interface BudgetSelection {
  /** Item indices, best first: by value; where documents are kept whole, by the mean value of the document, its items together. */
  readonly chosen: Uint32Array;
  /** The same with cost and running total. */
  readonly items: readonly ChosenItem[];
  readonly spending: Spending;
  /** Sum of the values of the chosen items (of the documents, where their utility is a mean). */
  readonly objective: number;
  /** A value that no selection exceeds. */
  readonly bound: number;
  /** (bound − objective) / bound: how far the selection may be from the best one at most. 0 for the optimum. */
  readonly gap: number;
  readonly isOptimal: boolean;
  /** Why an item is in the selection or not. */
  readonly explain: (item: number) => Explanation;
}

/** Gaps below this share are rounding. */
const ROUNDING = 1e-9;

/**
 * The best selection of items within a budget and under constraints: the one with the highest sum of values (see
 * `ValueScale`), or one within a stated gap of it. The budget is never exceeded, and no item of value is left out that
 * budget and constraints have room for.
 *
 * A budget alone is solved exactly. With more rows a solver proves the optimum; without one the selection is greedy with
 * swaps, and the gap comes from a Lagrangian bound. Costs with up to 8 decimals are added exactly.
 *
 * @param rated - utilities or a ranking of all items, such as a core `Selection`
 * @throws CLASHING_CONSTRAINTS naming a smallest set that cannot be met, NOTHING_FITS, NOTHING_WORTH_IT,
 * NO_SELECTION_FOUND, INVALID_UTILITIES, INVALID_COSTS, and the errors of constraints that do not fit the data
 */
export async function chooseWithin(
  dataset: Dataset,
  rated: Rated,
  options: ChooseOptions = {},
): Promise<BudgetSelection> {
  const task = prepare(dataset, rated, options);
  const { material, constraints } = task;
  const built = buildProblem(material, constraints);
  if (built === undefined) throw await clash(task);
  if (options.variant === 'reference') {
    return describe(task, { built, problem: built.problem, ...chooseAsReference(built, constraints) });
  }
  const { problem, outcome } = await solveBuilt(built, options);
  if (outcome.state === 'infeasible') throw await clash(task);
  if (outcome.state !== 'found') throw noSelectionFound(constraints.map(({ name }) => name));
  if (!outcome.chosen.includes(1))
    throw nothingWorthIt(material.values.reduce((most, value) => Math.max(most, value)));
  return describe(task, { built, problem, ...outcome });
}

/** Everything a selection is made from, checked. */
interface Task {
  readonly dataset: Dataset;
  readonly options: ChooseOptions;
  readonly costs: ItemCosts;
  readonly material: Material;
  readonly constraints: readonly NamedConstraint[];
}

function prepare(dataset: Dataset, rated: Rated, options: ChooseOptions): Task {
  const { budget, constraints = {} } = options;
  const costs = checkCosts(dataset, options);
  const values = itemValues(rated, { ids: dataset.ids, scale: options.values });
  const { keepDocuments, documentUtility = 'sum' } = constraints;
  const documents = keepDocuments ? groupItems(dataset, { column: 'doc' }, 'keep-documents') : undefined;
  return {
    dataset,
    options,
    costs,
    material: { values, costs: wholeCosts(costs.values), documentUtility, ...(documents && { documents }) },
    constraints: nameConstraints(dataset, constraints, { budget, unit: costs.unit }),
  };
}

async function clash({ material, constraints, options, costs }: Task): Promise<Error> {
  const few = await findClash(material, constraints, options);
  const budget = few.find((constraint) => constraint.kind === 'budget');
  const sufficient = budget && (await sufficientBudget({ material, constraints }, budget, options));
  return clashError(few, { material, unit: costs.unit, sufficient });
}

/** A selection as units, and the problem it was found in. */
interface Found {
  readonly built: Built;
  readonly problem: Problem;
  readonly chosen: Uint8Array;
  readonly objective: number;
  readonly bound: number;
}

function describe(task: Task, solved: Found): BudgetSelection {
  const { dataset, material, options, constraints, costs } = task;
  const { built, problem, objective, bound } = solved;
  const order = bestFirst(solved, material);
  const gap = Math.max(0, bound - objective) / Math.abs(bound);
  const isOptimal = !(gap > ROUNDING);
  let explain: ((item: number) => Explanation) | undefined;
  return {
    chosen: order,
    ...spendingOf(order, { dataset, costs, material, constraints, budget: options.budget }),
    objective,
    bound: isOptimal ? objective : bound,
    gap: isOptimal ? 0 : gap,
    isOptimal,
    explain: (item) => {
      explain ??= explainer({
        dataset,
        built,
        problem,
        chosen: solved.chosen,
        itemValues: material.values,
        itemCosts: costs.values,
        documents: material.documents,
        budgets: new Set(constraints.filter(({ kind }) => kind === 'budget').map(({ name }) => name)),
      });
      return explain(item);
    },
  };
}

/** The items of the chosen units: units by the mean value of their items, ties and items within a unit in input order. */
function bestFirst({ built: { units }, chosen }: Found, { values }: Material): Uint32Array {
  const itemsOf = (unit: number) => units.items.subarray(units.starts[unit], units.starts[unit + 1]);
  const means = Float64Array.from(chosen, (inside, unit) =>
    inside ? itemsOf(unit).reduce((sum, item) => sum + values[item], 0) / itemsOf(unit).length : 0,
  );
  const order = [...chosen.keys()].filter((unit) => chosen[unit]);
  order.sort((a, b) => means[b] - means[a] || a - b);
  return Uint32Array.from(order.flatMap((unit) => [...itemsOf(unit)]));
}
