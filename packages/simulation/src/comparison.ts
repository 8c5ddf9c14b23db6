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

/** One contestant against random selection. */
export interface ContestantResult extends Contestant {
  /** With pointwise 95 % intervals. */
  readonly curve: readonly ComparedPoint[];
  readonly mean: number;
  /** Mean of the curve minus that of random selection, with a 95 % interval simultaneous over the contestants. */
  readonly gain: { readonly mean: number; readonly low: number; readonly high: number };
  /** Items needed to reach what random selection reaches, over what random needs; null = never reached, not a ranking, or subsets are read by an estimator. */
  readonly parity: number | null;
  /** What a chosen item costs over what an item costs on average, see `relativeCost`; null without costs. */
  readonly cost: number | null;
  readonly verdict: Verdict;
}

/** The result of a comparison. */
export interface Comparison {
  readonly contestants: readonly ContestantResult[];
  /** Mean over random orders, with their 5–95 % range. */
  readonly random: {
    readonly curve: readonly ComparedPoint[];
    readonly mean: number;
    readonly orders: number;
  };
  /** The contestant with the highest lower end of its gain, if that is above 0; undefined = select at random. */
  readonly recommended?: ContestantResult;
  /** Contestants that failed on this data or use all that counts as truth, and why. */
  readonly skipped: readonly (Contestant & { readonly why: string })[];
  readonly warnings: readonly Warning[];
}
