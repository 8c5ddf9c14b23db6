/** What counts as truth. Every document that holds something against a truth names it in this one way. */
export interface TargetColumns {
  /** The score columns, at least one; where there are several, each in turn is the truth for what uses the others. */
  readonly columns: readonly string[];
  /** True where they are metrics in place of a target that the data does not have: nothing is then said of people. */
  readonly standsIn: boolean;
}
