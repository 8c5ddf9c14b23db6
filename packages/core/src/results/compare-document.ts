import type { Curve, IntervalEnds } from './curve-point.js';
import type { DocumentBase, WithIntervals } from './document-base.js';
import type { TargetColumns } from './target-columns.js';
import type { Json } from '../selection.js';

/**
 * Whether the interval of the gain lies above 0, around it, or below it. `likely helps` where it lies around 0 and the gain is more than
 * .55 of its half-width: no proof.
 */
export type Verdict = 'helps' | 'likely helps' | 'no evidence' | 'hurts';

/** One selector against random selection. */
export interface ComparedSelector {
  readonly name: string;
  readonly options: Json;
  /** The measure at each size; `low` and `high` are an interval over replicates. */
  readonly curve: Curve;
  /** Mean of the curve over its sizes. */
  readonly mean: number;
  /** `mean` minus the mean of random selection, above 0 = better than random. */
  readonly gain: IntervalEnds & { readonly mean: number };
  /** The gain at each size, with an interval that holds for all selectors at that size; absent in older documents. */
  readonly gains?: readonly (IntervalEnds & {
    readonly size: number;
    readonly mean: number;
    readonly verdict: Verdict;
  })[];
  /**
   * Items needed to reach what random selection reaches (with an estimate: what it reaches read by plain means), as a share of what random needs: below 1 = fewer. null = never
   * reached, or not worked out: of a set without an order, over several groups of systems, below 20 or above 5,000 items.
   */
  readonly parity: number | null;
  /** What a chosen item costs over what an item costs on average: 1 = as random selection; null or absent = not known. */
  readonly cost?: number | null;
  readonly verdict: Verdict;
}

/** What random selection reaches. */
export interface RandomSelection {
  readonly curve: Curve;
  readonly mean: number;
  readonly draws?: number;
  /** With an estimate: items needed to reach what plain means reach, as a share; null = never reached, or not worked out. */
  readonly parity?: number | null;
}

/** What to choose by for a size. */
export interface SizeChoice {
  readonly size: number;
  readonly selector: string;
  readonly options: Json;
  readonly gain: IntervalEnds & { readonly mean: number };
  readonly verdict: Verdict;
}

/** `goldpan compare`: every selector against random selection. */
export interface CompareDocument extends DocumentBase<'compare'>, WithIntervals {
  readonly target: TargetColumns;
  /** The measure of the curves, such as `spa`. */
  readonly measure: string;
  /** The cost model behind `cost`. */
  readonly costs?: string;
  /** With a budget: what as many random items cost on average, in `unit`, such as judgements of distinct outputs. */
  readonly spending?: { readonly unit: string; readonly random: number };
  /** Best first; reports keep this order. */
  readonly selectors: readonly ComparedSelector[];
  readonly random: RandomSelection;
  /** Random selection read by plain means, where the others are read by an estimate. */
  readonly plain?: RandomSelection;
  /** The best choice at each size, where there are several: the highest lower end of a gain, whether it is shown to help or not. */
  readonly bySize?: readonly SizeChoice[];
  /** Selectors that could not run on this data. */
  readonly skipped?: readonly { readonly name: string; readonly why: string }[];
  readonly recommendation: {
    /** null = select at random. */
    readonly selector: string | null;
    /** Tells selectors of one name apart; absent = the first of that name. */
    readonly options?: Json;
    /** In plain words. */
    readonly reason: string;
  };
}
