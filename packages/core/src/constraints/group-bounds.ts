import type { Dataset } from '../dataset.js';
import { invalidConstraint, unknownGroup } from '../errors.js';
import { itemsOfShare } from '../items-of-share.js';
import { boundText, maxPerText } from './constraint-text.js';
import type { Amount, Constraints, GroupBounds } from './constraints.js';
import { groupItems, type Groups } from './group-items.js';

/** A bound on one side for some groups of a column, with the name it has in messages. */
export interface GroupBound {
  readonly name: string;
  readonly groups: Groups;
  /** The groups it is about. */
  readonly members: readonly number[];
  readonly side: 'min' | 'max';
  readonly amount: Amount;
}

/**
 * The bounds of constraints (`groups`, `maxPer`), checked against the data; bounds on one column share their groups. O(N) per column.
 *
 * @throws MISSING_GROUP, UNKNOWN_GROUP, INVALID_CONSTRAINT
 */
export function groupBounds(dataset: Dataset, { groups = [], maxPer = [] }: Constraints): GroupBound[] {
  const columns = new Map<string, Groups>();
  const groupsBy = (bounds: Pick<GroupBounds, 'column' | 'bands'>, constraint: string) => {
    const key = JSON.stringify([bounds.column, bounds.bands]);
    const known = columns.get(key) ?? groupItems(dataset, bounds, constraint);
    columns.set(key, known);
    return known;
  };
  return [
    ...groups.flatMap((bounds) => boundsOn(groupsBy(bounds, `${bounds.column}:…`), bounds)),
    ...maxPer.map((limit): GroupBound => {
      const name = maxPerText(limit);
      checkCount(name, limit.items, 1);
      const every = groupsBy(limit, name);
      return { name, groups: every, members: [...every.labels.keys()], side: 'max', amount: limit };
    }),
  ];
}

/** Bounds on groups that are known. @throws UNKNOWN_GROUP, INVALID_CONSTRAINT */
export function boundsOn(groups: Groups, bounds: GroupBounds): GroupBound[] {
  const { group } = bounds;
  const every = [...groups.labels.keys()];
  const members = group === undefined ? every : every.filter((member) => groups.labels[member] === group);
  return (['min', 'max'] as const).flatMap((side) => {
    const amount = bounds[side];
    if (amount === undefined) return [];
    const name = boundText(bounds, side, amount);
    if (group !== undefined && members.length === 0) throw unknownGroup(name, group, groups.labels);
    if ('items' in amount) checkCount(name, amount.items, 0);
    else if (!(amount.percent >= 0 && amount.percent <= 100))
      throw invalidConstraint(name, 'must have a share from 0% to 100%', 'mend the share');
    return [{ name, groups, members, side, amount }];
  });
}

/** How many of `total` items a bound is: a share rounded to what keeps it, a minimum up and a maximum down. */
export function itemsOfBound({ amount, side }: Pick<GroupBound, 'amount' | 'side'>, total: number): number {
  if ('items' in amount) return amount.items;
  return itemsOfShare(total, amount.percent, { whole: 100, rounding: side === 'min' ? 'up' : 'down' });
}

/** The names of bounds that chosen items do not keep. O(chosen · bounds + groups). */
export function brokenBounds(bounds: readonly GroupBound[], chosen: Uint32Array): string[] {
  const broken = bounds.filter((bound) => {
    const { groups, members, side } = bound;
    const counts = new Uint32Array(groups.labels.length);
    for (const item of chosen) counts[groups.of[item]]++;
    const limit = itemsOfBound(bound, chosen.length);
    return members.some((member) => (side === 'min' ? counts[member] < limit : counts[member] > limit));
  });
  return broken.map(({ name }) => name);
}

function checkCount(name: string, items: number, least: number): void {
  if (Number.isInteger(items) && items >= least) return;
  throw invalidConstraint(name, `must have a whole number of items from ${least} on`, 'mend the number');
}
