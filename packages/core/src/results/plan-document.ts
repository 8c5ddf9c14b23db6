import type { IntervalEnds } from './curve-point.js';
import type { DocumentBase, SelectorUse, WithIntervals } from './document-base.js';
import type { TargetColumns } from './target-columns.js';

/** Over replicates, how many items are needed to reach the goal. null = not reached. */
export interface PlannedSize extends IntervalEnds {
  readonly median: number | null;
  /** Median size as a share of all items, in (0, 1]. */
  readonly share: number | null;
  /** What judging the median size costs, in `PlanDocument.unit`. */
  readonly cost: number | null;
}

/** `goldpan plan`: how many items reproduce the full-data result. */
export interface PlanDocument extends DocumentBase<'plan'>, SelectorUse, WithIntervals {
  /** What counts as reproducing the full-data result. */
  readonly goal: {
    /** As it was asked for: `"spa=0.95"`, `"same-best"`. */
    readonly text: string;
    /** The measure of `curve`. */
    readonly measure: string;
    /** The value to reach; null where the goal has none. */
    readonly value: number | null;
  };
  /** Items of the test set that sizes are of, where it is not the data itself. */
  readonly items?: number;
  readonly size: PlannedSize;
  /** Replicates in which the selector did not reach the goal at any size. */
  readonly neverReached: number;
  /** Random selection against the same goal; where campaigns are held against each other, read by plain means. */
  readonly random: PlannedSize & { readonly neverReached: number };
  /** Size of the selector ÷ size of random selection, per replicate: below 1 = fewer items. */
  readonly ratio: IntervalEnds & { readonly median: number | null };
  /** The measure by size over replicates. */
  readonly curve: readonly PlannedPoint[];
  readonly replicates: number;
  readonly target: TargetColumns;
  /** Unit of the costs, `"items"` where there is no cost model. */
  readonly unit?: string;
  /** How many outputs of an item the costs are for; absent = the item as a whole. */
  readonly judgements?: number;
  /** Where no selector was named: random items read by an estimate first, then ways to pick, plain means of random items last. */
  readonly campaigns?: readonly PlannedCampaign[];
  /** The answer in a sentence, or a few. */
  readonly sentence: string;
}

/** A way to choose items and to read their judgements, and what it needs. */
export interface PlannedCampaign extends SelectorUse {
  /** How judgements are read: the name of an estimator, or `mean` for plain means. */
  readonly estimate: string;
  readonly size: PlannedSize;
  /** Replicates in which the goal was not reached at any size. */
  readonly neverReached: number;
  /** Size ÷ that of random items read by the same estimate, per replicate: below 1 = fewer items. */
  readonly ratio?: IntervalEnds & { readonly median: number | null };
}

/** The measure at one size, over replicates, for the selector and for random selection. */
export interface PlannedPoint extends IntervalEnds {
  readonly size: number;
  readonly median: number | null;
  readonly random: IntervalEnds & { readonly median: number | null };
}
