/** What bounds on levels are made from: open units, and how many units of each group are decided to be chosen. */
export interface LevelTask {
  readonly values: Float64Array;
  /** Values after the prices of all rows but the balance, and the bound they give; see `lagrangianBound`. */
  readonly reduced: Float64Array;
  readonly bound: number;
  /** The group of every unit. */
  readonly groups: Int32Array;
  /** Per group, chosen units beside these. */
  readonly fixed: Int32Array;
  /** Per group, how many of these units can be chosen at most. */
  readonly room: Int32Array;
}

/** Prices are tried at these multiples, since those of the problem without levels are wrong for most levels. */
const MULTIPLES = [0, 0.25, 0.5, 0.7, 0.85, 0.95, 1, 1.05, 1.15, 1.3, 1.6, 2, 3, 5, 10, 30, 100];

/**
 * For every level t, a bound on selections in which every group has t or t + 1 units, or all it has: the prices of the other
 * rows decide what units are worth, and each group takes its best within the level. −Infinity where a group has more
 * chosen units than the level allows, or no room for as many as it asks for.
 *
 * @returns one bound per level, from 0 to the size of the largest group
 * @remarks O(units · log units · 17 + levels · groups).
 */
export function levelBounds({ values, reduced, bound, groups, fixed, room }: LevelTask): Float64Array {
  const sizes = fixed.slice();
  for (const group of groups) sizes[group]++;
  const levels = sizes.reduce((most, size) => Math.max(most, size), 0);
  const best = new Float64Array(levels + 1).fill(Infinity);
  let constant = bound;
  for (const left of reduced) if (left > 0) constant -= left;
  for (const multiple of MULTIPLES) {
    const worth = values.map((value, unit) => value + multiple * (reduced[unit] - value));
    const sums = bestSums(worth, { groups, fixed });
    for (let level = 0; level <= levels; level++) {
      let sum = multiple * constant;
      for (let group = 0; group < sizes.length; group++) {
        const least = Math.max(0, Math.min(level, sizes[group]) - fixed[group]);
        const most = Math.min(Math.min(level + 1, sizes[group]) - fixed[group], room[group]);
        sum += most < least ? -Infinity : sumWithin(sums[group], least, most);
      }
      best[level] = Math.min(best[level], sum);
    }
  }
  return best;
}

/** Per group, the sums of its best 0, 1, 2 … units. */
function bestSums(worth: Float64Array, { groups, fixed }: { groups: Int32Array; fixed: Int32Array }) {
  const order = Uint32Array.from(worth, (_, unit) => unit).sort((a, b) => worth[b] - worth[a]);
  const sums = Array.from(fixed, () => [0]);
  for (const unit of order) {
    const own = sums[groups[unit]];
    own.push(own[own.length - 1] + worth[unit]);
  }
  return sums;
}

/** The highest of the sums with least … most units, which are at most two numbers. */
function sumWithin(sums: readonly number[], least: number, most: number): number {
  let highest = sums[least];
  for (let count = least + 1; count <= most; count++) highest = Math.max(highest, sums[count]);
  return highest;
}
