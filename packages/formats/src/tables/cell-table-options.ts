import type { RatingRule } from '@goldpan/core';

/** How cells with several annotators are written. */
export interface CellTableOptions {
  readonly rule: RatingRule;
  /** Add one column per annotator, `METRIC_ANNOTATOR`; default false. */
  readonly keepAnnotators?: boolean;
  /** Metrics that are turned round; default none. */
  readonly lowerIsBetter?: readonly string[];
  /** Human metrics that are computed of judgements and are none themselves; default none. */
  readonly derived?: readonly string[];
}
