import type { Budget, Dataset, ItemCosts } from '@goldpan/core';
import type { Material } from './material.js';
import type { NamedConstraint } from './named-constraints.js';

/** What a selection takes from its budget. */
export interface Spending {
  /** The cost of the chosen items that count against the budget. */
  readonly total: number;
  readonly unit: string;
  /** The budget in this unit, where there is one. */
  readonly budget?: number;
  /** The number of chosen items that count against the budget, and the budget in items, where there is one. */
  readonly items: number;
  readonly budgetItems?: number;
}

/** A chosen item and what it costs. */
export interface ChosenItem {
  readonly item: number;
  readonly id: string;
  /** What it counts in the objective. */
  readonly value: number;
  readonly cost: number;
  /** What this item and those before it cost together; an item that is paid for adds nothing. */
  readonly runningTotal: number;
  /** False for an included item that is paid for already. */
  readonly counts: boolean;
}

interface Given {
  readonly dataset: Dataset;
  readonly costs: ItemCosts;
  readonly material: Material;
  readonly constraints: readonly NamedConstraint[];
  readonly budget: Budget | undefined;
}

/** The chosen items with their costs and running totals, and the sum. O(chosen). */
export function spendingOf(
  chosen: Uint32Array,
  { dataset, costs, material, constraints, budget }: Given,
): { items: ChosenItem[]; spending: Spending } {
  const free = new Set(
    constraints.flatMap((constraint) =>
      constraint.kind === 'include' && !constraint.counts ? constraint.items : [],
    ),
  );
  // A sum that is over the budget by a rounding error is the budget.
  const within = (total: number) => Math.min(total, budget?.cost ?? Infinity);
  let whole = 0;
  const items = Array.from(chosen, (item): ChosenItem => {
    const counts = !free.has(item);
    if (counts) whole += material.costs.values[item];
    return {
      item,
      id: dataset.ids[item],
      value: material.values[item],
      cost: costs.values[item],
      runningTotal: within(whole / material.costs.scale),
      counts,
    };
  });
  const spending = {
    total: within(whole / material.costs.scale),
    unit: costs.unit,
    items: items.filter(({ counts }) => counts).length,
    ...(budget?.cost !== undefined && { budget: budget.cost }),
    ...(budget?.items !== undefined && { budgetItems: budget.items }),
  };
  return { items, spending };
}
