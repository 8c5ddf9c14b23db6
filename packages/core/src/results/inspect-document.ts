import type { ColumnView } from '../judgements/judgements.js';
import type { DocumentBase } from './document-base.js';
import type { MarkedErrors } from './marked-errors.js';
import type { TargetColumns } from './target-columns.js';

/** How well a metric agrees with a target. Every value is in [-1, 1], higher is better, null where it is not defined. */
export interface TargetAgreement {
  readonly metric: string;
  readonly target: string;
  /** Pearson correlation over all cells that both columns have. */
  readonly pearson: number | null;
  /** Kendall's tau-b between the system means of the two columns: do they order the systems alike? */
  readonly kendall: number | null;
  /** Mean over items of the correlation between the system scores of the item: do they order the outputs of one item alike? */
  readonly withinItem: number | null;
}

/** One score column. */
export interface MetricInfo {
  readonly name: string;
  /** `target` counts as truth, `human` is a further human column and never used as a metric. */
  readonly role: 'metric' | 'target' | 'human';
  /** Cells without a score, of N×S. */
  readonly missing: number;
  readonly min?: number | null;
  readonly mean?: number | null;
  readonly max?: number | null;
  /** The judgements that the column shows; absent where it shows none. */
  readonly view?: ColumnView;
}

/** Whether a selector can run on this data, and what it asks for. */
export interface SelectorInfo {
  readonly name: string;
  readonly summary?: string;
  readonly runs: boolean;
  /** What is missing, where it cannot run. */
  readonly why?: string;
  /** Options that it cannot do without, where there are any. */
  readonly asks?: readonly string[];
}

/** Items that are not worth a judgement, by one rule. */
export interface JunkFinding {
  /** The rule in words: `no words in the source`. */
  readonly rule: string;
  /** How many items it is true of. */
  readonly items: number;
  /** The first of them: the text that shows it, and whose output it is where it is one. */
  readonly examples: readonly { readonly id: string; readonly system?: string; readonly text: string }[];
}

/** A metric that was measured by repeated runs (epochs). */
export interface RepeatedMetric {
  readonly metric: string;
  /** Most runs of a cell. */
  readonly runs: number;
  /** Cells with at least two runs. */
  readonly cells: number;
  /** Standard deviation from run to run of the score of a cell. */
  readonly deviation: number;
}

/** A metric beside the composite of all other automatic metrics. */
export interface CompositePart {
  readonly metric: string;
  /** Pearson over all cells; null where it is not defined. */
  readonly pearson: number | null;
  /** Mean over items of Pearson across the systems of an item; null where it is defined for none. */
  readonly withinItem: number | null;
}

/** `goldpan inspect`: what is in the data and what can be done with it. */
export interface InspectDocument extends DocumentBase<'inspect'> {
  /** Absent where the data has no such column. */
  readonly target?: TargetColumns;
  /** Names, in input order. */
  readonly systems: readonly string[];
  readonly metrics: readonly MetricInfo[];
  /** How many items have each column: `{"source": 100, "output": 100, "document": 0}`. */
  readonly columns?: Readonly<Record<string, number>>;
  readonly agreement: readonly TargetAgreement[];
  /** How far each metric agrees with the composite of the others, whatever the target says; absent for fewer than three metrics. */
  readonly composite?: readonly CompositePart[];
  readonly selectors: readonly SelectorInfo[];
  /** Items that look like junk, where there are any. */
  readonly junk?: readonly JunkFinding[];
  /** Single judgements, where there are any: their number, who gave them, and the median of the times that are known. */
  readonly judgements?: {
    readonly size: number;
    readonly raters: number;
    readonly timed: number;
    /** In seconds; null where no time is known. */
    readonly seconds: number | null;
  };
  /** Errors that raters marked, where there are any. */
  readonly errors?: MarkedErrors;
  /** Metrics that were measured repeatedly, where there are any. */
  readonly repeats?: readonly RepeatedMetric[];
}
