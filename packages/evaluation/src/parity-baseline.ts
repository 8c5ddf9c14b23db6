import type { Measure } from '@goldpan/core';
import { itemsOfShare } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { curves } from './curves.js';
import { invalidSetting } from './errors.js';
import type { FullData } from './full-data.js';
import { parity, type Parity, type ParityGoal, type ParityRule } from './parity.js';
import { randomRanking } from './random-ranking.js';
import { resolveMeasure } from './resolve-measure.js';
import { standardShares } from './sizes.js';

/** Settings of `parityBaseline`. */
export interface ParityBaselineOptions {
  /** A measure of this package by name, or any other. */
  readonly measure: string | Measure;
  /** Shares of the items at which random selection sets the targets. Default `standardShares`. */
  readonly shares?: readonly number[];
  /** Random rankings for the targets, and as many again for the norm. Default 10. */
  readonly rankings?: number;
  /** Root seed of the rankings. Default 0. */
  readonly seed?: number;
  /** Default `stable`. */
  readonly rule?: ParityRule;
  /** The smallest size that is looked at. Default 5. */
  readonly smallest?: number;
}

/** What random selection reaches, and how many items it needs to reach that again. */
export interface ParityBaseline extends Required<ParityGoal> {
  readonly targets: Float64Array;
  /** Mean of the parity ratios of random rankings other than those that set the targets. */
  readonly norm: number;
  /** The parities behind the norm. */
  readonly random: readonly Parity[];
}

/**
 * The goal that random selection sets: the mean of a measure over R random rankings, and what R further random rankings need
 * to reach it. Divide a selector's `parity(full, ranking, baseline).ratio` by `norm`: 1 = as many items as random, less is better.
 *
 * @throws INVALID_SETTING, TOO_FEW_ITEMS and the errors of `curves`
 * @remarks Rankings 0…R − 1 of the seed set the targets, R…2R − 1 the norm. The cost of R short curves and R over all sizes.
 *
 * @example
 * ```ts
 * import { fullData, parityBaseline } from '@goldpan/evaluation';
 *
 * const values = Float64Array.from({ length: 120 }, (_, cell) => ((cell * 37) % 11) + 2 * (cell % 3));
 * const full = fullData({ items: 40, systems: 3, values });
 * parityBaseline(full, { measure: 'kendall', shares: [0.25, 0.5], rankings: 3 }).targets.length; // → 2
 * ```
 */
export function parityBaseline(full: FullData, options: ParityBaselineOptions): ParityBaseline {
  const {
    measure,
    shares = standardShares,
    rankings = 10,
    seed = 0,
    rule = 'stable',
    smallest = 5,
  } = options;
  if (!Number.isInteger(rankings) || rankings < 1) {
    throw invalidSetting('rankings', 'a whole number from 1', rankings);
  }
  const { name } = resolveMeasure(measure);
  const ranked = (r: number) => randomRanking(full.positions, seed, r);
  const sizes = targetSizes(full.size, shares);
  const reached = Array.from({ length: rankings }, (_, r) => {
    return curves(full, ranked(r), { measures: [measure], sizes }).values[name];
  });
  const targets = Float64Array.from(shares, (_, k) => mean(reached.map((values) => values[k])));
  const goal = { measure, shares, targets, rule, smallest };
  const random = Array.from({ length: rankings }, (_, r) => parity(full, ranked(rankings + r), goal));
  return { ...goal, norm: mean(random.map(({ ratio }) => ratio)), random };
}

/** One size per share. @throws INVALID_SETTING when two shares give the same number of items, or one gives none */
function targetSizes(total: number, shares: readonly number[]): Uint32Array {
  const sizes = Uint32Array.from(shares, (share) => itemsOfShare(total, share));
  const bad = sizes.findIndex((size, k) => size <= (k === 0 ? 0 : sizes[k - 1]));
  if (bad >= 0)
    throw invalidSetting(
      'shares',
      `large enough to give each a size of its own among ${total} items`,
      shares[bad],
    );
  return sizes;
}
