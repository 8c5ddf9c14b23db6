import type { GroupBound, Groups } from '@goldpan/core';
import type { Row } from './problem.js';
import type { Units } from './units.js';

/** Units and coefficients of a row in which every unit counts some amount; those of amount 0 are left out. */
export function countRow(amounts: Float64Array): Pick<Row, 'units' | 'coefficients'> {
  const units = Int32Array.from(amounts, (_, unit) => unit).filter((unit) => amounts[unit] !== 0);
  return { units, coefficients: Float64Array.from(units, (unit) => amounts[unit]) };
}

/**
 * The rows of bounds on groups, one per group and column for all numbers of items together, and one per share.
 *
 * @returns undefined where the bounds of a group leave no number
 * @remarks A share takes a coefficient of every unit: O(N) per group it is about.
 */
export function boundRows(units: Units, bounds: readonly GroupBound[]): Row[] | undefined {
  const counts = new Map<Groups, Map<number, Limits>>();
  const shares: Row[] = [];
  for (const bound of bounds) {
    const { groups, members, side, amount, name } = bound;
    if ('percent' in amount) {
      for (const member of members) shares.push(shareRow(units, bound, member));
      continue;
    }
    const limits = counts.get(groups) ?? new Map<number, Limits>();
    counts.set(groups, limits);
    for (const member of members) {
      const limit = limits.get(member) ?? { lower: -Infinity, upper: Infinity, lowerBy: '', upperBy: '' };
      limits.set(member, limit);
      if (side === 'min' && amount.items > limit.lower)
        Object.assign(limit, { lower: amount.items, lowerBy: name });
      if (side === 'max' && amount.items < limit.upper)
        Object.assign(limit, { upper: amount.items, upperBy: name });
    }
  }
  const rows = [...counts].flatMap(([groups, limits]) => limitRows(units, { groups, limits }));
  return rows.some(({ lower, upper }) => lower > upper) ? undefined : [...rows, ...shares];
}

type Limits = Pick<Row, 'lower' | 'upper' | 'lowerBy' | 'upperBy'>;

/** One row for every limited group of a column: how many of the chosen units' items are of the group. O(N). */
function limitRows(
  units: Units,
  { groups, limits }: { groups: Groups; limits: ReadonlyMap<number, Limits> },
): Row[] {
  const members = new Map(
    [...limits.keys()].map((group): [number, Map<number, number>] => [group, new Map()]),
  );
  units.items.forEach((item) => {
    const counts = members.get(groups.of[item]);
    counts?.set(units.of[item], (counts.get(units.of[item]) ?? 0) + 1);
  });
  return [...limits].map(([group, limit]) => {
    const counts = [...members.get(group)!].sort(([a], [b]) => a - b);
    return {
      units: Int32Array.from(counts, ([unit]) => unit),
      coefficients: Float64Array.from(counts, ([, count]) => count),
      ...limit,
    };
  });
}

/**
 * A share of the selected items: Σ (100·s·items of the group − p·s·items) of the chosen units is at most (or at least) 0,
 * with s such that p·s is a whole number where the percentage has up to 6 decimals.
 */
function shareRow(units: Units, { groups, side, amount, name }: GroupBound, group: number): Row {
  const { percent } = amount as { percent: number };
  const scale = [1, 10, 100, 1e3, 1e4, 1e5, 1e6].find(
    (s) => Math.abs(percent * s - Math.round(percent * s)) < 1e-9,
  );
  const [whole, part] = scale === undefined ? [100, percent] : [100 * scale, Math.round(percent * scale)];
  const amounts = new Float64Array(units.size);
  units.items.forEach((item) => (amounts[units.of[item]] += (groups.of[item] === group ? whole : 0) - part));
  const limits =
    side === 'max'
      ? { lower: -Infinity, upper: 0, lowerBy: '', upperBy: name }
      : { lower: 0, upper: Infinity, lowerBy: name, upperBy: '' };
  return { ...countRow(amounts), ...limits };
}
