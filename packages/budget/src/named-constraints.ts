import {
  groupBounds,
  groupItems,
  invalidConstraint,
  quoteList,
  type Budget,
  type Constraints,
  type Dataset,
  type GroupBound,
  type Groups,
} from '@goldpan/core';
import { formatAmount } from './format-spending.js';
import { itemsNamed } from './items-named.js';
import { shortUnit } from './cost-units.js';

/** One constraint that can be kept or dropped by itself, with the name it has in messages. */
export type NamedConstraint = { readonly name: string } & (
  | { readonly kind: 'budget'; readonly budget: Budget }
  | { readonly kind: 'documents' }
  | NamedBound
  | { readonly kind: 'balance'; readonly groups: Groups }
  | { readonly kind: 'include'; readonly items: readonly number[]; readonly counts: boolean }
  | { readonly kind: 'exclude'; readonly items: readonly number[] }
);

/** A bound on one side for some groups of a column. */
export type NamedBound = GroupBound & { readonly kind: 'bound' };

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
  const named: NamedConstraint[] = budgetConstraints(budget, unit);
  if (constraints.keepDocuments) {
    named.push({ name: 'keep-documents', kind: 'documents' });
  }
  for (const bound of groupBounds(dataset, constraints)) {
    refuseManyShares(bound);
    named.push({ ...bound, kind: 'bound' });
  }
  if (constraints.balance !== undefined) {
    const name = `balance ${constraints.balance}`;
    const groups = groupItems(dataset, { column: constraints.balance }, name);
    named.push({ name, kind: 'balance', groups });
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

function refuseManyShares({ name, groups, members, amount }: GroupBound): void {
  if ('items' in amount || members.length * groups.of.length <= MOST_SHARES) return;
  const problem = `has shares of ${members.length} groups, too many for ${groups.of.length} items`;
  throw invalidConstraint(name, problem, 'bound the number of items instead, such as max-per doc=3');
}

/** A bound cut down to some of its groups, which its name then lists. */
export function narrowed(bound: NamedBound, members: readonly number[]): NamedBound {
  const labels = quoteList(members.map((member) => bound.groups.labels[member]));
  return { ...bound, members, name: `${bound.name} (for ${labels})` };
}
