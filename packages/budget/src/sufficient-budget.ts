import type { Budget } from '@goldpan/core';
import { buildProblem } from './build-problem.js';
import { isFeasible } from './is-feasible.js';
import type { Material } from './material.js';
import type { Means } from './maximise.js';
import type { NamedConstraint } from './named-constraints.js';
import { makeUnits } from './units.js';

/** A cost is found to this share of itself. */
const PRECISION = 0.01;

/**
 * The amount, in items or in cost, that a budget must be raised to so that all constraints can be met: the least number of items, or a cost
 * at most 1 % above the least, rounded up. undefined where no amount would do, or where there is no solver to prove that one does.
 * O(log N) searches for any selection.
 *
 * @param budget - one of the constraints
 */
export async function sufficientBudget(
  { material, constraints }: { material: Material; constraints: readonly NamedConstraint[] },
  budget: NamedConstraint & { readonly kind: 'budget' },
  means: Means,
): Promise<number | undefined> {
  if (means.solver === undefined) return undefined;
  const others = constraints.filter((constraint) => constraint !== budget);
  const byCost = budget.budget.cost !== undefined;
  const suffices = async (amount: number) => {
    const raised: Budget = byCost ? { cost: amount } : { items: amount };
    const built = buildProblem(material, [{ ...budget, budget: raised }, ...others]);
    return built !== undefined && (await isFeasible(built, means));
  };
  const { costs, counts } = makeUnits(material, { isKeepingDocuments: false, free: [] });
  const total = byCost ? sum(costs) / material.costs.scale : sum(counts);
  if (!(await suffices(total))) return undefined;
  let [low, high] = [budget.budget.cost ?? budget.budget.items!, total];
  while (high - low > (byCost ? PRECISION * high : 1)) {
    const middle = byCost ? (low + high) / 2 : Math.floor((low + high) / 2);
    if (await suffices(middle)) high = middle;
    else low = middle;
  }
  return byCost ? roundedUp(high) : high;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Three digits, never less. */
function roundedUp(amount: number): number {
  const unit = 10 ** (Math.floor(Math.log10(amount)) - 2);
  return Number((Math.ceil(amount / unit) * unit).toPrecision(3));
}
