import type { Dataset } from '@goldpan/core';
import { boundsReversed, noGroups, unknownGroup } from '../errors.js';
import type { Amount, GroupBound } from './group-bound.js';
import { lengthBands } from './length-bands.js';

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
 * minimum is rounded up, a maximum down. An item without a document is bound by no document limit; items without a domain
 * form a group.
 *
 * @param budget - number of items to choose
 * @throws NO_GROUPS, UNKNOWN_GROUP_BOUND, BOUNDS_REVERSED
 */
export function groupingsOf(dataset: Dataset, bounds: readonly GroupBound[], budget: number): Grouping[] {
  return [...new Set(bounds.map(({ by }) => by))].map((by) => {
    const own = bounds.filter((bound) => bound.by === by);
    return boundedGrouping(by, columnOf(dataset, by, own.find(({ bands }) => bands)?.bands), own, budget);
  });
}

/**
 * A grouping by labels.
 *
 * @param labels - per item; undefined = in no group
 * @throws UNKNOWN_GROUP_BOUND, BOUNDS_REVERSED
 */
export function boundedGrouping(
  by: string,
  labels: readonly (string | undefined)[],
  bounds: readonly GroupBound[],
  budget: number,
): Grouping {
  const names = [...new Set(labels.filter((label) => label !== undefined))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const min = new Uint32Array(names.length);
  const max = new Uint32Array(names.length).fill(NO_MAXIMUM);
  for (const bound of bounds) {
    if (bound.group !== undefined && !numbers.has(bound.group)) throw unknownGroup(by, bound.group, names);
    for (const [name, group] of numbers) {
      if (bound.group !== undefined && bound.group !== name) continue;
      if (bound.min) min[group] = Math.max(min[group], atLeast(bound.min, budget));
      if (bound.max) max[group] = Math.min(max[group], atMost(bound.max, budget));
    }
  }
  const reversed = min.findIndex((least, group) => least > max[group]);
  if (reversed >= 0) throw boundsReversed(`${by}=${names[reversed]}`, min[reversed], max[reversed]);
  return {
    by,
    names,
    labels: Int32Array.from(labels, (label) => (label === undefined ? -1 : numbers.get(label)!)),
    min,
    max,
  };
}

function columnOf(dataset: Dataset, by: string, bands = 3): readonly (string | undefined)[] {
  if (by === 'doc' && dataset.documents) return dataset.documents;
  if (by === 'domain' && dataset.domains) return dataset.domains.map((domain) => domain ?? '(no domain)');
  if (by === 'length' && dataset.sources) return lengthBands(dataset.sources, bands);
  throw noGroups(by, by === 'length' ? 'sources' : `the field "${by}"`);
}

// A hundredth of a millionth of an item is rounding, not meaning: 29 % of 100 is 29.
function atLeast(amount: Amount, budget: number): number {
  return 'items' in amount ? amount.items : Math.ceil((amount.percent * budget) / 100 - 1e-8);
}

function atMost(amount: Amount, budget: number): number {
  return 'items' in amount ? amount.items : Math.floor((amount.percent * budget) / 100 + 1e-8);
}
