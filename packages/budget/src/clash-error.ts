import type { Material } from './material.js';
import { clashingConstraints, nothingFits } from './errors.js';
import { formatAmount } from './format-spending.js';
import type { NamedConstraint } from './named-constraints.js';
import { makeUnits } from './units.js';
import { shortUnit } from './cost-units.js';

/**
 * The error for a smallest set of clashing constraints, with the numbers that explain the clash.
 *
 * @param about - `sufficient`: the amount of the budget among them with which all could be met, where that is known
 */
export function clashError(
  few: readonly NamedConstraint[],
  { material, unit, sufficient }: { material: Material; unit: string; sufficient?: number },
): Error {
  const budget = few.find((constraint) => constraint.kind === 'budget');
  const isBudgetOnly = few.every(({ kind }) => kind === 'budget' || kind === 'documents');
  if (budget !== undefined && isBudgetOnly) {
    const units = makeUnits(material, { isKeepingDocuments: few.length > 1, free: [] });
    const byCost = budget.budget.cost !== undefined;
    const cheapest = (byCost ? units.costs : units.counts).reduce(
      (least, cost) => Math.min(least, cost),
      Infinity,
    );
    const amount = byCost
      ? `${formatAmount(cheapest / material.costs.scale)} ${shortUnit(unit)}`
      : `${cheapest} items`;
    return nothingFits(budget.name.replace('the budget of ', ''), amount);
  }
  const budgetFact = () => {
    if (budget === undefined || sufficient === undefined) return [];
    const named = budget.budget.cost === undefined ? 'items' : shortUnit(unit);
    return [`a budget of ${formatAmount(sufficient)} ${named} would do`];
  };
  return clashingConstraints(
    few.map(({ name }) => name),
    [...few.flatMap((constraint) => factsOf(constraint)), ...shareFacts(few), ...budgetFact()],
  );
}

/** Groups that have fewer items than a lower bound asks for. */
function factsOf(constraint: NamedConstraint): string[] {
  if (constraint.kind !== 'bound' || constraint.side !== 'min' || 'percent' in constraint.amount) return [];
  const { groups, members, amount } = constraint;
  return members.slice(0, 5).flatMap((member) => {
    const size = groups.of.filter((group) => group === member).length;
    const label = JSON.stringify(groups.labels[member]);
    return size < amount.items ? [`${label} has ${size} ${size === 1 ? 'item' : 'items'}`] : [];
  });
}

/** Columns whose least shares add up to more than everything. */
function shareFacts(few: readonly NamedConstraint[]): string[] {
  const sums = new Map<string, number>();
  for (const constraint of few) {
    if (constraint.kind !== 'bound' || constraint.side !== 'min' || !('percent' in constraint.amount))
      continue;
    const { groups, members, amount } = constraint;
    sums.set(groups.column, (sums.get(groups.column) ?? 0) + members.length * amount.percent);
  }
  return [...sums].flatMap(([column, sum]) =>
    sum > 100
      ? [`the least shares by ${column} add up to ${Number(sum.toPrecision(4))} %; let them add up to 100 %`]
      : [],
  );
}
