/** Where a number lies, and how sure that is. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Share of repetitions that cover the truth, in (0, 1). */
  readonly level: number;
}
