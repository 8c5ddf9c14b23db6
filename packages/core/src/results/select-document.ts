import type { Json, ProvenBound } from '../selection.js';
import type { DocumentBase, SelectorUse } from './document-base.js';

/** What one system produced for an item. */
export interface SelectedOutput {
  readonly system: string;
  readonly text?: string;
  /** Score in `SelectDocument.metric`; null = missing. */
  readonly score: number | null;
}

/** An item that was chosen. */
export interface SelectedItem {
  readonly id: string;
  /** 1 = judge it first. */
  readonly rank: number;
  /** The selector's number, higher = judge it sooner; null where the method has none. */
  readonly utility: number | null;
  /** In `SelectDocument.cost.unit`. */
  readonly cost: number;
  readonly source?: string;
  readonly document?: string;
  readonly domain?: string;
  /** Probability with which the design chooses it, in (0, 1]. */
  readonly inclusion?: number;
  /** How many items of the data it stands for. */
  readonly weight?: number;
  readonly outputs?: readonly SelectedOutput[];
}

/** `goldpan select`: the items to judge, best first. */
export interface SelectDocument extends DocumentBase<'select'>, SelectorUse {
  /** The score column that `outputs[].score` is read from. */
  readonly metric?: string;
  readonly chosen: readonly SelectedItem[];
  readonly cost: {
    /** What judging the chosen items costs. */
    readonly total: number;
    /** `"items"`, `"minutes"`, `"words"`. */
    readonly unit: string;
    /** What might be spent, in `unit`; null = no limit. */
    readonly budget: number | null;
    /** How many items might be chosen, where costs are counted in another unit. */
    readonly budgetItems?: number;
    /** What judging all items would cost. */
    readonly all?: number;
    /** How many outputs of an item the costs are for; absent = the item as a whole. */
    readonly judgements?: number;
  };
  /** Outputs of the chosen items: how many there are, and how many of them need a judgement, since the others are identical to one of their item. */
  readonly outputs?: { readonly cells: number; readonly distinct: number };
  /** What else the selector says of its choice: the vectors it used, a radius, the items of each group. */
  readonly details?: Json;
  /** What was done and why, in two sentences, where no selector was named. */
  readonly reason?: string;
  /** Why each item was chosen, with running totals, and the first that were left out: in words, where it was asked for. */
  readonly explanation?: string;
  /** How far from the best possible choice this one can be, where the method knows. */
  readonly bound?: ProvenBound;
}
