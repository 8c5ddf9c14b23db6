import { stepQuantileSorted } from '@goldpan/stats';
import type { Warning } from '@goldpan/core';
import { fewReplicates } from './few-replicates.js';
import { itemsAt } from './items-at.js';
import type { PlanOutcome } from './job.js';
import { neededShare } from './needed-share.js';

/** Median and interval over replicates; null = not defined, or the goal is never reached. */
export interface Spread {
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many items a way of selecting needs. */
export interface NeededSize extends Spread {
  /** The median as a share of all items. */
  readonly share: number | null;
  /** What judging the median number of items costs: in the mean of random ones, or of those that a selector picks of the data at this share. */
  readonly cost: number | null;
  /** Share of the replicates in which the goal is not reached at any size. */
  readonly neverReached: number;
}

/** The answer of a simulation. */
export interface PlanSummary {
  readonly size: NeededSize;
  readonly random: NeededSize;
  /** Size of the selector over size of random selection, per replicate: below 1 = fewer items. */
  readonly ratio: Spread;
  /** The measure at every size, over replicates. */
  readonly curve: readonly (Spread & { readonly size: number; readonly random: Spread })[];
  readonly replicates: number;
  readonly warnings: readonly Warning[];
}

/** What a summary is scaled to. */
export interface Scale {
  /** Items of the whole data, N. */
  readonly items: number;
  readonly shares: readonly number[];
  /** Mean cost of an item; absent = costs are not looked at. */
  readonly meanCost?: number;
  /** Whether more of the goal's measure is better. */
  readonly higherIsBetter: boolean;
  /** The part of the replicates below the selector’s interval, and above it; default 5 %, which random selection has. See `summaryTail`. */
  readonly tail?: number;
}

/** The part of the replicates that the interval of random selection leaves out at either end. */
const TAIL = 0.05;

/**
 * Summarises replicates: medians with intervals for a fresh test set. A replicate that never reaches the goal counts as needing more than
 * all items, so a median or an end of an interval that falls on such replicates is null. O(R log R · sizes).
 *
 * @param outcomes - at least one
 */
export function summarise(outcomes: readonly PlanOutcome[], scale: Scale): PlanSummary {
  const needed = (way: 'selector' | 'random') =>
    outcomes.map((outcome) =>
      neededShare(
        outcome[way].curve.map((value) => value ?? NaN),
        scale.shares,
        { value: outcome.target ?? NaN, higherIsBetter: scale.higherIsBetter },
      ),
    );
  const { tail = TAIL } = scale;
  const [selector, random] = [needed('selector'), needed('random')];
  const ratios = selector.map((share, r) => {
    const ofRandom = random[r];
    if (ofRandom === null) return share === null ? NaN : 0;
    return share === null ? Infinity : share / ofRandom;
  });
  return {
    size: neededSize(selector, { ...scale, tail }),
    random: neededSize(random, { ...scale, tail: TAIL }),
    ratio: spread(ratios),
    curve: scale.shares.map((share, at) => ({
      size: itemsAt(share, scale.items),
      ...spread(
        outcomes.map(({ selector }) => selector.curve[at] ?? NaN),
        tail,
      ),
      random: spread(outcomes.map(({ random }) => random.curve[at] ?? NaN)),
    })),
    replicates: outcomes.length,
    warnings: fewReplicates(outcomes.length),
  };
}

/** @param needed - the share that each replicate needs; null where the goal is never reached */
function neededSize(needed: readonly (number | null)[], { items, meanCost, tail }: Scale): NeededSize {
  const { median, low, high } = spread(
    needed.map((share) => share ?? Infinity),
    tail,
  );
  const size = (share: number | null) => share && itemsAt(share, items);
  return {
    median: size(median),
    low: size(low),
    high: size(high),
    share: median,
    cost: median === null || meanCost === undefined ? null : itemsAt(median, items) * meanCost,
    neverReached: needed.filter((share) => share === null).length / needed.length,
  };
}

/** Median and range of the values that are defined; a quantile that falls on infinity is null. */
function spread(values: readonly number[], tail = TAIL): Spread {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  if (sorted.length === 0) return { median: null, low: null, high: null };
  const at = (p: number) => {
    // Sizes come in steps: a quantile is one of them, never a size nobody tried.
    const value = stepQuantileSorted(sorted, p);
    return Number.isFinite(value) ? value : null;
  };
  return { median: at(0.5), low: at(tail), high: at(1 - tail) };
}
