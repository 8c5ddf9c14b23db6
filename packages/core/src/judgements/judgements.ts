import { DEFAULT_TARGET } from '../human-column.js';
import type { JudgementScale } from './judgement-scale.js';
import type { RatingRule } from './rating-rule.js';

/** What was asked of the raters. */
export interface Criterion {
  /** `human` where the judgements name none. */
  readonly name: string;
  readonly scale: JudgementScale;
  /** Whether the data declares the scale; otherwise it is told from the values: numbers, or categories by occurrence. */
  readonly declared: boolean;
  /** Whether the values were measured by repeated runs (epochs), and not given by raters: they are views of a metric of this name. */
  readonly repeats?: true;
}

/**
 * Errors that raters marked, in columns: the spans of judgement `j` are those from `starts[j]` up to `starts[j + 1]`.
 * Places count characters (code points) from 0, the end not included.
 */
export interface ErrorSpans {
  readonly starts: Uint32Array;
  /** −1 where the place is not known. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the error is marked in the source, 0 in the output. */
  readonly inSource: Uint8Array;
  /** Positions in `categories`. */
  readonly category: Uint16Array;
  /** Positions in `severities`. */
  readonly severity: Uint16Array;
  /** `""` = not named. */
  readonly categories: readonly string[];
  readonly severities: readonly string[];
}

/**
 * Who judged what how, in columns of shared memory. Partial: a cell has any number of judgements, but one of a rater and criterion.
 * Judgements are in the order of the items: those of item `i` are from `starts[i]` up to `starts[i + 1]`.
 */
export interface Judgements {
  readonly size: number;
  readonly raters: readonly string[];
  readonly criteria: readonly Criterion[];
  /** One more than there are items. */
  readonly starts: Uint32Array;
  /** Position of the system. */
  readonly systems: Uint32Array;
  /**
   * Where outputs are identical, one of them is judged and the others get its judgement: the position of that system; −1 = judged itself.
   * Absent where all are. Scores are of every system; what counts answers leaves copies out.
   */
  readonly copyOf?: Int32Array;
  /** Positions in `raters`. */
  readonly rater: Uint16Array;
  /** Positions in `criteria`. */
  readonly criterion: Uint16Array;
  /** The value as it was given; on a scale with levels the position of the level. */
  readonly values: Float64Array;
  /** What judging took, NaN = not known; absent where no judgement says. */
  readonly seconds?: Float64Array;
  /** When, in milliseconds since 1970, NaN = not known; absent where no judgement says. */
  readonly times?: Float64Array;
  readonly spans?: ErrorSpans;
}

/** A human score column as a view of judgements: its parts are the judgements of one criterion. */
export interface ColumnView {
  readonly criterion: string;
  /** How several judgements of a cell become its score; absent where the data gives the scores. */
  readonly rule?: RatingRule;
  /** Present where the column has the judgements of one rater alone. */
  readonly rater?: string;
}

/** The score column that shows a criterion: `human` or `human_NAME`; of repeated runs the metric itself. */
export function columnOf({ name, repeats }: Pick<Criterion, 'name' | 'repeats'>): string {
  return repeats ? name : columnOfCriterion(name);
}

/** The score column that shows what raters say on a criterion: `human` or `human_NAME`. */
export function columnOfCriterion(criterion: string): string {
  return criterion === DEFAULT_TARGET ? DEFAULT_TARGET : `${DEFAULT_TARGET}_${criterion}`;
}

/** The criterion that a human score column shows. */
export function criterionOfColumn(column: string): string {
  return column.startsWith(`${DEFAULT_TARGET}_`) ? column.slice(DEFAULT_TARGET.length + 1) : column;
}
