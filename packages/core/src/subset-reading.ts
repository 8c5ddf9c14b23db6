/** What some judged items say of all: in place of their plain means and the tests on them alone. */
export interface SubsetEstimate {
  /** Estimated mean of each system, shape (systems). */
  readonly means: Float64Array;
  /**
   * Per pair a < b of systems (upper triangle, row by row): the p-value, in [0, 1], that a test on all items would give for a
   * scoring above b, as the judged items predict it.
   */
  fullTest(): Float64Array;
  /** The p-value that a system scores lower than another, from the judged items. */
  pValue(lower: number, upper: number): number;
  /** Whether two systems share every judgement. */
  identical(a: number, b: number): boolean;
}

/** Reads growing subsets of one population. Places are those of the population, from 0. */
export interface SubsetReader {
  /** Begins a list of items in the order of judging. */
  start(places: Uint32Array): void;
  /** What the first `size` of them say; sizes must not fall, and are at least 2. */
  at(size: number): SubsetEstimate;
}

/** A way to read subsets of N items: makes the reader of a population, whose members are rows of the N, with repetition. */
export type SubsetReading = (rows: Uint32Array) => SubsetReader;
