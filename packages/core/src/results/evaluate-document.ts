import type { Curve, CurvePoint } from './curve-point.js';
import type { DocumentBase } from './document-base.js';
import type { TargetColumns } from './target-columns.js';

/** A system as a set of items ranks it. */
export interface RankedSystem {
  readonly name: string;
  readonly mean: number;
  /** 1 = best. */
  readonly rank: number;
  /** 1 = best; systems of one cluster are not told apart. */
  readonly cluster: number;
}

/** A subset (or an order of the items) and how well it reproduces the full result. */
export interface EvaluatedSubset {
  readonly name: string;
  /** Items in the subset. */
  readonly size: number;
  /** Measure name → value at `size`. */
  readonly measures: Readonly<Record<string, number | null>>;
  /** Measure name → what random subsets of that size reach: mean, and the band of nine in ten of them. */
  readonly random?: Readonly<Record<string, CurvePoint>>;
  /** What it was to reach, as it was asked, and whether it does. */
  readonly goals?: readonly { readonly text: string; readonly reached: boolean }[];
  /** Where comparing it with the full data says nothing: why, in plain words. */
  readonly note?: string;
  /** Measure name → the measure at every size, where the subset is in ranking order. */
  readonly curves?: Readonly<Record<string, Curve>>;
  readonly systems: readonly RankedSystem[];
}

/** `goldpan evaluate`: what a subset says, beside what all items say. */
export interface EvaluateDocument extends DocumentBase<'evaluate'> {
  readonly target: TargetColumns;
  readonly subsets: readonly EvaluatedSubset[];
  /** The systems on all items. */
  readonly full?: { readonly systems: readonly RankedSystem[] };
  /** What random subsets of the same sizes reach, with bands. */
  readonly random?: { readonly curves: Readonly<Record<string, Curve>>; readonly draws?: number };
}
