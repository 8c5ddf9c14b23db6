import { tooFewItems, type Measure } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { curves } from './curves.js';
import type { FullData } from './full-data.js';
import { resolveMeasure } from './resolve-measure.js';

/** A value this close to a target, relative to it, reaches it: the mean of ten equal values may differ from them in its last bit. */
const ROUNDING = 1e-12;

/** When a target counts as reached: at the first size, or at the smallest size from which it stays reached up to the last. */
export type ParityRule = 'stable' | 'first';

/** What a ranking should reach. */
export interface ParityGoal {
  /** A measure of this package by name, or any other. */
  readonly measure: string | Measure;
  /** Shares of the items at which the targets were taken. */
  readonly shares: readonly number[];
  /** One target value per share. */
  readonly targets: ArrayLike<number>;
  /** Default `stable`. */
  readonly rule?: ParityRule;
  /** The smallest size that is looked at. Default 5. */
  readonly smallest?: number;
}

/** How many items a ranking needs to reach a goal. */
export interface Parity {
  /** Per target the number of items needed; undefined where the target is never reached. */
  readonly sizes: readonly (number | undefined)[];
  /** How many targets are never reached. */
  readonly neverReached: number;
  /**
   * Mean over the targets of size/(N · share): below 1 = fewer items than the share. A target that is never reached counts
   * as N, so that the ratio is then a lower bound.
   */
  readonly ratio: number;
}

/**
 * How many items a ranking of all items needs to reach given values of a measure.
 *
 * @param ranking - all positions of the full data, best first
 * @throws TOO_FEW_ITEMS when there are fewer items than the smallest size; the errors of `curves`
 * @remarks `first` with 5 as smallest size is subset2evaluate's definition. The cost of one curve over all sizes.
 *
 * @example
 * ```ts
 * import { fullData, parity, randomRanking } from '@goldpan/evaluation';
 *
 * const values = Float64Array.from({ length: 120 }, (_, cell) => ((cell * 37) % 11) + 2 * (cell % 3));
 * const full = fullData({ items: 40, systems: 3, values });
 * const goal = { measure: 'same-best', shares: [0.5], targets: [1], rule: 'first' } as const;
 * parity(full, randomRanking(40, 0), goal).neverReached; // → 0
 * ```
 */
export function parity(full: FullData, ranking: ArrayLike<number>, goal: ParityGoal): Parity {
  const { shares, rule = 'stable', smallest = 5 } = goal;
  const measure = resolveMeasure(goal.measure);
  if (full.size < smallest) throw tooFewItems('parity', full.size, smallest);
  const sizes = Uint32Array.from({ length: full.size - smallest + 1 }, (_, k) => smallest + k);
  const values = curves(full, ranking, { measures: [measure], sizes }).values[measure.name];
  const sign = measure.direction === 'higher' ? 1 : -1;
  const find = rule === 'first' ? firstReached : stableFrom;
  const reached = shares.map((_, k) => {
    const target = goal.targets[k];
    const index = find(values, (value) => sign * (value - target) >= -ROUNDING * Math.abs(target));
    return index === undefined ? undefined : sizes[index];
  });
  const ratios = reached.map((size, k) => (size ?? full.size) / (full.size * shares[k]));
  return {
    sizes: reached,
    neverReached: reached.filter((size) => size === undefined).length,
    ratio: mean(ratios),
  };
}

type Reaches = (value: number) => boolean;

function firstReached(values: Float64Array, reaches: Reaches): number | undefined {
  const index = values.findIndex(reaches);
  return index < 0 ? undefined : index;
}

function stableFrom(values: Float64Array, reaches: Reaches): number | undefined {
  const lastMiss = values.findLastIndex((value) => !reaches(value));
  return lastMiss === values.length - 1 ? undefined : lastMiss + 1;
}
