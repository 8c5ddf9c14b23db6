import type { Amount, Constraints } from '@goldpan/core';

/** A task small enough to look at every set of items. Costs and budget are whole numbers. */
export interface SmallTask {
  readonly values: readonly number[];
  readonly costs: readonly number[];
  readonly domains: readonly string[];
  /** An empty text is an item without a document. */
  readonly documents: readonly string[];
  readonly budget?: number;
  readonly budgetItems?: number;
  /** Items are called by their index. */
  readonly constraints: Constraints;
}

/** The highest objective of all sets of at least one item that keep to everything; undefined where there is none. */
export function bruteForce(task: SmallTask): number | undefined {
  let best: number | undefined;
  for (let set = 1; set < 1 << task.values.length; set++) {
    const chosen = task.values.map((_, item) => (set & (1 << item)) !== 0);
    if (!keepsTo(task, chosen)) continue;
    const objective = objectiveOf(task, chosen);
    if (best === undefined || objective > best) best = objective;
  }
  return best;
}

/** Whether a set of items keeps to budget and constraints, checked one by one as they are written down. */
export function keepsTo(task: SmallTask, chosen: readonly boolean[]): boolean {
  const { costs, budget = Infinity, budgetItems = Infinity, constraints } = task;
  const items = [...costs.keys()];
  const inside = items.filter((item) => chosen[item]);
  const { include = [], exclude = [], includeCounts = true } = constraints;
  if (include.some((id) => !chosen[Number(id)]) || exclude.some((id) => chosen[Number(id)])) return false;
  const paid = inside.filter((item) => includeCounts || !include.includes(String(item)));
  if (paid.length > budgetItems || paid.reduce((sum, item) => sum + costs[item], 0) > budget) return false;
  if (constraints.keepDocuments && unitsOf(task).some((unit) => !isUniform(unit.map((i) => chosen[i]))))
    return false;
  for (const { column, group, min, max } of constraints.groups ?? []) {
    for (const [label, members] of groupsOf(task, column)) {
      if (group !== undefined && label !== group) continue;
      const count = members.filter((item) => chosen[item]).length;
      if (min && !isAtLeast(count, min, inside.length)) return false;
      if (max && !isAtMost(count, max, inside.length)) return false;
    }
  }
  for (const limit of constraints.maxPer ?? []) {
    for (const [, members] of groupsOf(task, limit.column)) {
      if (members.filter((item) => chosen[item]).length > limit.items) return false;
    }
  }
  return constraints.balance === undefined || isBalanced(task, chosen);
}

/** The sum of the values of the items, or of the mean values of the documents. */
export function objectiveOf(task: SmallTask, chosen: readonly boolean[]): number {
  const byMean = task.constraints.keepDocuments && task.constraints.documentUtility === 'mean';
  let sum = 0;
  for (const unit of unitsOf(task)) {
    if (!chosen[unit[0]] && task.constraints.keepDocuments) continue;
    const values = unit.filter((item) => chosen[item]).map((item) => task.values[item]);
    sum += values.reduce((total, value) => total + value, 0) / (byMean ? values.length : 1);
  }
  return sum;
}

/** Groups take turns: some level t fits all of them. */
function isBalanced(task: SmallTask, chosen: readonly boolean[]): boolean {
  const { balance, exclude = [], keepDocuments } = task.constraints;
  const units = keepDocuments ? unitsOf(task) : task.values.map((_, item) => [item]);
  const column = groupsOf(task, balance!);
  const groups = [...column.values()];
  const groupOf = (item: number) => groups.findIndex((members) => members.includes(item));
  if (units.some((unit) => !isUniform(unit.map(groupOf)))) return false;
  const open = units.filter((unit) => !unit.some((item) => exclude.includes(String(item))));
  const sizes = groups.map((_, group) => open.filter((unit) => groupOf(unit[0]) === group).length);
  const counts = groups.map((_, group) => open.filter((u) => groupOf(u[0]) === group && chosen[u[0]]).length);
  return task.values.some((_, level) =>
    sizes.every((size, group) => {
      return counts[group] >= Math.min(size, level) && counts[group] <= Math.min(size, level + 1);
    }),
  );
}

function unitsOf(task: SmallTask): number[][] {
  return [...groupsOf(task, 'doc').values()];
}

function groupsOf(task: SmallTask, column: string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  task.values.forEach((_, item) => {
    const label = column === 'domain' ? task.domains[item] : task.documents[item] || `alone ${item}`;
    groups.set(label, [...(groups.get(label) ?? []), item]);
  });
  return groups;
}

function isAtLeast(count: number, amount: Amount, total: number): boolean {
  return 'items' in amount ? count >= amount.items : 100 * count >= amount.percent * total;
}

function isAtMost(count: number, amount: Amount, total: number): boolean {
  return 'items' in amount ? count <= amount.items : 100 * count <= amount.percent * total;
}

function isUniform<T>(values: readonly T[]): boolean {
  return values.every((value) => value === values[0]);
}
