import {
  boundsOn,
  groupBounds,
  itemsOfBound,
  type Constraints,
  type Dataset,
  type GroupBound,
  type GroupBounds,
  type Groups,
} from '@goldpan/core';
import { boundsClash } from '../errors.js';

/** A partition of the items into groups, with bounds on how many items may be chosen of each. */
export interface Grouping {
  /** What the groups are called as a whole, for texts: `domain`. */
  readonly by: string;
  readonly names: readonly string[];
  /** Per item the number of its group; −1 = in no group, so without bounds. */
  readonly labels: Int32Array;
  /** Per group the least and the greatest number of chosen items. */
  readonly min: Uint32Array;
  readonly max: Uint32Array;
}

/** Where a group has no maximum. */
export const NO_MAXIMUM = 2 ** 32 - 1;

/**
 * The groupings that bounds ask for, one per column. Several bounds on one group all hold. Shares are of the budget: a
 * minimum is rounded up, a maximum down.
 *
 * @param budget - number of items to choose
 * @throws MISSING_GROUP, UNKNOWN_GROUP, INVALID_CONSTRAINT, BOUNDS_CLASH for a minimum above its maximum
 */
export function groupingsOf(
  dataset: Dataset,
  constraints: Pick<Constraints, 'groups' | 'maxPer'>,
  budget: number,
): Grouping[] {
  const bounds = groupBounds(dataset, constraints);
  return [...new Set(bounds.map(({ groups }) => groups))].map((groups) =>
    bounded(
      groups,
      bounds.filter((bound) => bound.groups === groups),
      budget,
    ),
  );
}

/**
 * A grouping by labels.
 *
 * @param labels - per item; undefined = in no group
 * @throws UNKNOWN_GROUP, INVALID_CONSTRAINT, BOUNDS_CLASH
 */
export function boundedGrouping(
  by: string,
  labels: readonly (string | undefined)[],
  bounds: readonly Pick<GroupBounds, 'group' | 'min' | 'max'>[],
  budget: number,
): Grouping {
  const names = [...new Set(labels.filter((label) => label !== undefined))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const of = Int32Array.from(labels, (label) => (label === undefined ? -1 : numbers.get(label)!));
  const groups = { column: by, labels: names, of };
  return bounded(
    groups,
    bounds.flatMap((bound) => boundsOn(groups, { column: by, ...bound })),
    budget,
  );
}

function bounded({ column, labels, of }: Groups, bounds: readonly GroupBound[], budget: number): Grouping {
  const min = new Uint32Array(labels.length);
  const max = new Uint32Array(labels.length).fill(NO_MAXIMUM);
  for (const bound of bounds) {
    const items = itemsOfBound(bound, budget);
    for (const member of bound.members) {
      if (bound.side === 'min') min[member] = Math.max(min[member], items);
      else max[member] = Math.min(max[member], items);
    }
  }
  const reversed = min.findIndex((least, group) => least > max[group]);
  if (reversed >= 0) {
    const [need, room] = [min[reversed], max[reversed]];
    const owner = `${column}=${labels[reversed]}`;
    throw boundsClash({
      needs: [`${owner}:min=${need}`],
      need,
      limits: [`${owner}:max=${room}`],
      items: 0,
      room,
    });
  }
  return { by: column, names: labels, labels: of, min, max };
}
