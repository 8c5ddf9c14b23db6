import { rankByUtility } from '@goldpan/core';
import type { Built } from './build-problem.js';
import { notAsReference } from './errors.js';
import { asKnapsack } from './maximise.js';
import type { NamedConstraint } from './named-constraints.js';
import { objectiveOf } from './problem.js';

/**
 * What the `costaware` method of the Python reference returns, with its faults: the best set for the budget, then
 * everything else by value, is walked through and taken until the first item with which the cost would reach or exceed
 * the budget. So a set that meets the budget exactly loses its last item, and items outside the set may be appended.
 *
 * The reference walks through the set in the order of an unstable sort, which cannot be reproduced; here it is by value,
 * so of a set that loses an item it is the one of least value. The reference also stops its search 0.01 % short of the
 * optimum; the set here is the optimum.
 *
 * @throws NOT_AS_REFERENCE for constraints, a budget in items, and where all utilities are the same
 */
export function chooseAsReference({ problem }: Built, constraints: readonly NamedConstraint[]) {
  const [limit] = problem.rows;
  const [only, ...others] = constraints;
  if (others.length > 0 || only?.kind !== 'budget' || only.budget.cost === undefined) {
    throw notAsReference('needs a budget in cost and no constraints');
  }
  const { values } = problem;
  if (values.every((value) => value === values[0])) {
    throw notAsReference('divides by zero where all utilities are the same');
  }
  const best = asKnapsack(problem)!;
  const costs = new Float64Array(values.length);
  limit.units.forEach((unit, at) => (costs[unit] = limit.coefficients[at]));
  const byValue = rankByUtility(values);
  const walk = [
    ...byValue.filter((unit) => best.chosen[unit]),
    ...byValue.filter((unit) => !best.chosen[unit]),
  ];
  const chosen = new Uint8Array(values.length);
  let spent = 0;
  for (const unit of walk) {
    spent += costs[unit];
    if (spent >= limit.upper) break;
    chosen[unit] = 1;
  }
  return { chosen, objective: objectiveOf(values, chosen), bound: best.bound };
}
