import { quoteList, type Budget, type Dataset } from '@goldpan/core';
import { boundText, maxPerText } from './constraint-text.js';
import type { Amount, Constraints, GroupBounds, GroupColumn } from './constraints.js';
import { invalidConstraint, unknownGroup } from './errors.js';
import { formatAmount } from './format-spending.js';
import { groupItems, type Groups } from './groups.js';
import { itemsNamed } from './items-named.js';
import { shortUnit } from './cost-units.js';

/** One constraint that can be kept or dropped by itself, with the name it has in messages. */
export type NamedConstraint = { readonly name: string } & (
  | { readonly kind: 'budget'; readonly budget: Budget }
  | { readonly kind: 'documents' }
  | GroupBound
  | { readonly kind: 'balance'; readonly groups: Groups }
  | { readonly kind: 'include'; readonly items: readonly number[]; readonly counts: boolean }
  | { readonly kind: 'exclude'; readonly items: readonly number[] }
);

/** A bound on one side for some groups of a column. */
export interface GroupBound {
  readonly name: string;
  readonly kind: 'bound';
  readonly groups: Groups;
  /** The groups it is about. */
  readonly members: readonly number[];
  readonly side: 'min' | 'max';
  readonly amount: Amount;
}

/**
 * Budget and constraints as a list of named ones, checked against the data.
 *
 * @throws MISSING_GROUP, UNKNOWN_GROUP, UNKNOWN_ITEM, INVALID_CONSTRAINT
 */
export function nameConstraints(
  dataset: Dataset,
  constraints: Constraints,
  { budget, unit }: { budget?: Budget; unit: string },
): NamedConstraint[] {
  const columns = new Map<GroupColumn, Groups>();
  const groupsOf = (column: GroupColumn, name: string) => {
    const groups = columns.get(column) ?? groupItems(dataset, column, name);
    columns.set(column, groups);
    return groups;
  };
  const named: NamedConstraint[] = budgetConstraints(budget, unit);
  if (constraints.keepDocuments) {
    groupsOf('doc', 'keep-documents');
    named.push({ name: 'keep-documents', kind: 'documents' });
  }
  for (const bounds of constraints.groups ?? []) {
    named.push(...boundConstraints(bounds, groupsOf(bounds.column, `${bounds.column}:…`)));
  }
  for (const limit of constraints.maxPer ?? []) {
    checkCount(maxPerText(limit), limit.items, 1);
    const groups = groupsOf(limit.column, maxPerText(limit));
    const members = [...groups.labels.keys()];
    named.push({ name: maxPerText(limit), kind: 'bound', groups, members, side: 'max', amount: limit });
  }
  if (constraints.balance !== undefined) {
    const name = `balance ${constraints.balance}`;
    named.push({ name, kind: 'balance', groups: groupsOf(constraints.balance, name) });
  }
  const { include = [], includeCounts = true, exclude = [] } = constraints;
  if (include.length > 0) {
    named.push({
      name: 'include',
      kind: 'include',
      items: itemsNamed(dataset, 'include', include),
      counts: includeCounts,
    });
  }
  if (exclude.length > 0)
    named.push({ name: 'exclude', kind: 'exclude', items: itemsNamed(dataset, 'exclude', exclude) });
  return named;
}

function budgetConstraints(budget: Budget = {}, unit: string): NamedConstraint[] {
  const named = (amount: string, part: Budget): NamedConstraint => {
    return { name: `the budget of ${amount}`, kind: 'budget', budget: part };
  };
  return [
    ...(budget.items === undefined ? [] : [named(`${budget.items} items`, { items: budget.items })]),
    ...(budget.cost === undefined
      ? []
      : [named(`${formatAmount(budget.cost)} ${shortUnit(unit)}`, { cost: budget.cost })]),
  ];
}

/** Groups times items that shares may be asked for: every share is a row over all items. */
const MOST_SHARES = 20_000_000;

function boundConstraints(bounds: GroupBounds, groups: Groups): NamedConstraint[] {
  const { group } = bounds;
  const every = [...groups.labels.keys()];
  const members = group === undefined ? every : every.filter((member) => groups.labels[member] === group);
  return (['min', 'max'] as const).flatMap((side) => {
    const amount = bounds[side];
    if (amount === undefined) return [];
    const name = boundText(bounds, side, amount);
    if (members.length === 0) throw unknownGroup(name, group!, groups.labels);
    if ('items' in amount) checkCount(name, amount.items, 0);
    else if (!(amount.percent >= 0 && amount.percent <= 100)) {
      throw invalidConstraint(name, 'must have a share from 0% to 100%', 'mend the share');
    } else if (members.length * groups.of.length > MOST_SHARES) {
      const problem = `has shares of ${members.length} groups, too many for ${groups.of.length} items`;
      throw invalidConstraint(name, problem, 'bound the number of items instead, such as max-per doc=3');
    }
    return [{ name, kind: 'bound' as const, groups, members, side, amount }];
  });
}

function checkCount(name: string, items: number, least: number): void {
  if (Number.isInteger(items) && items >= least) return;
  throw invalidConstraint(name, `must have a whole number of items from ${least} on`, 'mend the number');
}

/** A bound cut down to some of its groups, which its name then lists. */
export function narrowed(bound: GroupBound, members: readonly number[]): GroupBound {
  const labels = quoteList(members.map((member) => bound.groups.labels[member]));
  return { ...bound, members, name: `${bound.name} (for ${labels})` };
}
