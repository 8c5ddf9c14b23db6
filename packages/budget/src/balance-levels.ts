import type { Balance, Built } from './build-problem.js';
import { fixUnits } from './kernels/fix-units.js';
import { lagrangianBound } from './kernels/lagrangian-bound.js';
import { levelBounds } from './kernels/level-bounds.js';
import type { Problem, Row } from './problem.js';

/** A number t such that every group has t or t + 1 chosen units, or all it has, and a bound on such selections. */
export interface BalanceLevel {
  readonly level: number;
  readonly bound: number;
}

/** The levels a balance may have, the highest bound first; levels that included units rule out are left out. */
export function levelsByBound({ problem, decided }: Built, balance: Balance): BalanceLevel[] {
  const open = fixUnits(problem, decided);
  if (open === undefined) return [];
  const { reduced, bound } = lagrangianBound(open.problem);
  const fixed = new Int32Array(balance.groups);
  decided.forEach((decision, unit) => {
    if (decision === 1) fixed[balance.of[unit]]++;
  });
  const groups = Int32Array.from(open.free, (unit) => balance.of[unit]);
  const room = roomIn(open.problem, groups, balance.groups);
  const bounds = levelBounds({ values: open.problem.values, reduced, bound, groups, fixed, room });
  return Array.from(bounds, (value, level) => ({ level, bound: value + open.base }))
    .filter((entry) => entry.bound > -Infinity)
    .sort((a, b) => b.bound - a.bound || a.level - b.level);
}

/** How many units of each group the other rows have room for at most. */
function roomIn({ rows }: Problem, of: Int32Array, groups: number): Int32Array {
  return Int32Array.from({ length: groups }, (_, group) => {
    const values = Float64Array.from(of, (own) => Number(own === group));
    const { bound, isInfeasible } = lagrangianBound({ values, rows }, 1e-4);
    return isInfeasible ? 0 : Math.floor(bound + 1e-6);
  });
}

/** Every group between the level and one more, or all it has. */
export function levelRows({ decided }: Built, balance: Balance, level: number): Row[] {
  const members = Array.from({ length: balance.groups }, (): number[] => []);
  decided.forEach((decision, unit) => {
    if (decision >= 0) members[balance.of[unit]].push(unit);
  });
  return members.map((units) => ({
    units: Int32Array.from(units),
    coefficients: new Float64Array(units.length).fill(1),
    lower: Math.min(level, units.length),
    upper: Math.min(level + 1, units.length),
    lowerBy: balance.name,
    upperBy: balance.name,
  }));
}

/** The number of units of each group that are not excluded. */
export function groupSizes({ decided }: Built, balance: Balance): Int32Array {
  const sizes = new Int32Array(balance.groups);
  decided.forEach((decision, unit) => {
    if (decision >= 0) sizes[balance.of[unit]]++;
  });
  return sizes;
}
