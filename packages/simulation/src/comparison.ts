import type { Dataset, Json, Registry, Verdict, Warning } from '@goldpan/core';
import type { Resampling } from './job.js';

/** A selector and its options, to be held against random selection. */
export interface Contestant {
  readonly selector: string;
  readonly options: Json;
}

/** What to compare. */
export interface CompareRequest {
  readonly dataset: Dataset;
  readonly registry: Registry;
  readonly contestants: readonly Contestant[];
  /** Score columns that count as truth, each in turn; a contestant that uses one takes no part where it is the truth. */
  readonly truths: readonly string[];
  /** Missing cells of a truth; default `error`. `pairwise`: each pair of systems is compared on the items both have. */
  readonly missing?: 'error' | 'pairwise';
  /** A measure of which more is better; default `spa`. */
  readonly measure?: string;
  /** An estimator of the registry by which all subsets are read; default: plain means. */
  readonly estimate?: string;
  /** Subset sizes as shares of the items, ascending; default 5 %, 10 %, … 50 %. */
  readonly shares?: readonly number[];
  /** Resamplings behind the intervals; default 1000. Fewer than 100 make them wider, and the result warns of it. */
  readonly replicates?: number;
  /** Random orders behind the mean of random selection, over all truths; default 200. */
  readonly randomOrders?: number;
  /** Number of systems that choices are measured on and made without; default 0 = choices see all systems. */
  readonly holdout?: number;
  /** Default: bootstrap of items, whose intervals a coverage study found right. */
  readonly resampling?: Resampling;
  /** What judging each item costs, each above 0; absent = costs are not looked at. */
  readonly costs?: Float64Array;
  /** Permutations behind SPA; default 1000. */
  readonly permutations?: number;
  readonly seed?: number;
}

/** A value at a subset size, with an interval. */
export interface ComparedPoint {
  readonly size: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A gain over random selection at one size, and what it says. */
export interface SizeGain {
  readonly size: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: Verdict;
}

/** One contestant against random selection. */
export interface ContestantResult extends Contestant {
  /** With pointwise 95 % intervals. */
  readonly curve: readonly ComparedPoint[];
  readonly mean: number;
  /** Mean of the curve minus that of random selection, with a 95 % interval simultaneous over the contestants. */
  readonly gain: { readonly mean: number; readonly low: number; readonly high: number };
  /** The gain at each size, with a 95 % interval simultaneous over the contestants at that size, not over the sizes. */
  readonly gains: readonly SizeGain[];
  /** Items needed to reach what random selection reaches, over what random needs: with an estimator, what it reaches read by plain means (`plainShare`). null = never reached, not a ranking, or not worked out. */
  readonly parity: number | null;
  /** What a chosen item costs over what an item costs on average, see `relativeCost`; null without costs. */
  readonly cost: number | null;
  readonly verdict: Verdict;
}

/** What random orders reach: their mean, with their 5–95 % range. */
export interface RandomResult {
  readonly curve: readonly ComparedPoint[];
  readonly mean: number;
  readonly orders: number;
  /** Where subsets are read by an estimator: items needed to reach what plain means reach, as a share; null = never reached. */
  readonly parity?: number | null;
}

/** The result of a comparison. */
export interface Comparison {
  readonly contestants: readonly ContestantResult[];
  /** Over random orders, read as the contestants are. */
  readonly random: RandomResult;
  /** Where subsets are read by an estimator: the same random orders, read by plain means. */
  readonly plain?: RandomResult;
  /** The contestant with the highest lower end of its gain, if that is above 0; undefined = select at random. */
  readonly recommended?: ContestantResult;
  /** Contestants that failed on this data or use all that counts as truth, and why. */
  readonly skipped: readonly (Contestant & { readonly why: string })[];
  readonly warnings: readonly Warning[];
}
