import type { DocumentBase } from './document-base.js';

/** A cost model: cost = fixed + perSource · length of the source + perOutput · length of all outputs, never below `least`. */
export interface CostLine {
  readonly unit: string;
  /** What lengths are counted in. */
  readonly count: 'words' | 'characters';
  readonly fixed: number;
  readonly perSource: number;
  readonly perOutput: number;
  readonly least: number;
  /** Items it was learned from. */
  readonly items: number;
  readonly r2: number;
  /** Half of the items are within this much of the model. */
  readonly medianError: number;
}

/** How far costs are from the model where it predicts costs from `from` to `to`: observed − predicted. */
export interface ResidualPart {
  readonly from: number;
  readonly to: number;
  /** A tenth of the residuals is below. */
  readonly low: number;
  readonly median: number;
  /** A tenth of the residuals is above. */
  readonly high: number;
}

/** What judging an item costs, learned from items that have been judged. */
export interface FitCostDocument extends DocumentBase<'fit-cost'> {
  /** The file that the model was written to, where there is one. */
  readonly file?: string;
  readonly model: CostLine;
  /** One per item with a cost. */
  readonly items: readonly {
    readonly id: string;
    readonly observed: number;
    readonly predicted: number;
    /** observed − predicted. */
    readonly residual: number;
  }[];
  /** The items in up to five parts of about equal number by predicted cost, lowest first: where the model is wrong, and how far. */
  readonly parts: readonly ResidualPart[];
  /** Items that were left out because they have no cost. */
  readonly withoutCost: number;
  /** Where costs are told from the times of judgements: how many there are, how many held a pause, and their median in seconds. */
  readonly times?: { readonly judgements: number; readonly pauses: number; readonly median: number };
}
