import type { Estimate } from '@goldpan/core';
import { normalQuantile } from '@goldpan/stats';
import { pairDifference, pairError, type Pair } from '../pair.js';
import { requireShare } from '../require-share.js';
import { surely } from './rank-sets.js';

/** How many items would tell two systems apart. */
export interface ItemsToSeparate extends Pair {
  /** Judged items, those of today included, at which the pair separates; undefined when no number within the limit does. */
  readonly items: number | undefined;
  /** Items beyond those of today; 0 when the pair is separated already. */
  readonly more: number | undefined;
  /** No budget within the limit tells these two apart, if they differ by what is estimated. */
  readonly futile: boolean;
}

/** Options of `itemsToSeparate`. */
export interface SeparationOptions {
  /** Level of the interval of the difference, in (0, 1); default 0.95. */
  readonly level?: number;
  /** Chance of separating them at that size, in (0, 1); default 0.8. */
  readonly power?: number;
  /** Most items that can be judged; default N − 1: judging all is not a sample. */
  readonly limit?: number;
}

/**
 * The number of judged items at which the interval of a pair's difference would exclude 0 with the given power, if the true
 * difference is the (shrunk) estimate: d² = s²·(1/n′ − 1/N)·(z₁ + z₂)², s² from the error of today. It is as uncertain as the
 * difference itself. O(1).
 *
 * @throws INVALID_ARGUMENT
 */
export function itemsToSeparate(
  estimate: Estimate,
  pair: Pair,
  { level = 0.95, power = 0.8, limit = estimate.items - 1 }: SeparationOptions = {},
): ItemsToSeparate {
  requireShare('the level of an interval', level);
  requireShare('the power', power);
  const error = pairError(estimate, pair);
  const reach = normalQuantile((1 + level) / 2);
  const now = pairDifference(estimate.values, pair);
  if (surely({ low: now - reach * error, high: now + reach * error }) !== 0)
    return { ...pair, items: estimate.judged.length, more: 0, futile: false };
  const difference = pairDifference(estimate.shrunk, pair);
  const wanted = (difference / (reach + normalQuantile(power))) ** 2;
  const size = sizeAtVariance(estimate, error ** 2, wanted);
  if (!(Math.ceil(size) <= limit)) return { ...pair, items: undefined, more: undefined, futile: true };
  const items = Math.max(estimate.judged.length + 1, Math.ceil(size));
  return { ...pair, items, more: items - estimate.judged.length, futile: false };
}

/** The number of items at which a variance of today falls to what is wanted; Infinity when none does. */
function sizeAtVariance(estimate: Estimate, variance: number, wanted: number): number {
  return 1 / (endOf(estimate) + wanted / (variance / todayShare(estimate)));
}

/** 1/n − 1/N, or 1/n of an endless population: what the variance of estimates is in proportion to. */
function todayShare(estimate: Estimate): number {
  return 1 / estimate.judged.length - endOf(estimate);
}

/** 1/N, where judging all N items leaves no doubt; 0 for an endless population. */
function endOf({ population, items }: Estimate): number {
  return population === 'all' ? 1 / items : 0;
}

/**
 * Error variance at another number of judged items, as a share of today's: (1/n′ − 1/N)/(1/n − 1/N).
 *
 * @param size - n′ ≥ 1
 */
export function varianceShare(estimate: Estimate, size: number): number {
  const today = todayShare(estimate);
  return today > 0 ? Math.max(0, 1 / size - endOf(estimate)) / today : 0;
}
