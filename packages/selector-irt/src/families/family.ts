/** The scores of one item that are there, and the abilities of the systems they belong to. Reused from item to item. */
export interface Row {
  /** How many systems have a score. */
  count: number;
  /** Their abilities. */
  readonly abilities: Float64Array;
  /** Their scores, in the same order. */
  readonly scores: Float64Array;
  /** How often each score counts; 1 unless abilities are integrated out. */
  readonly weights: Float64Array;
}

/** What `Family.evaluate` writes: one number per score of the row, from the offset it was given. */
export interface AbilitySlopes {
  /** Derivative of the log-likelihood by ability. */
  readonly gradient: Float64Array;
  /** Information about ability: expected, or observed where that is as good and cheaper. */
  readonly information: Float64Array;
  /** Weighed sum over the row of squared residuals in units of the noise; 0 where the family has no noise. */
  squares: number;
}

/** What `Family.differentiate` adds up over a row. */
export interface ItemSlopes {
  /** Derivative of the log-likelihood by each coordinate of the item. */
  readonly gradient: Float64Array;
  /** Expected information about the coordinates, row-major; only the lower triangle is kept. */
  readonly information: Float64Array;
}

/** The meaning of one number of an item's point. */
export type Coordinate =
  'log-slope' | 'intercept' | 'logit-guessing' | 'logit-span' | 'log-gap' | 'log-noise';

/**
 * A model family: how the score of a system on an item depends on the system's ability and on the item's *point*.
 *
 * A point holds the item's own coordinates first, then those that all items share. Every family has a log slope `α` and an
 * intercept `d` in it, and depends on ability `θ` through `η = e^α θ + d` (or several intercepts, for ordered categories).
 */
export interface Family {
  /** The item's own coordinates, in the order of the point. */
  readonly coordinates: readonly Coordinate[];
  /** What follows them in every point: coordinates that all items share. */
  readonly shared: readonly Coordinate[];
  /** The noise of an item is in units of its slope, so that it scales with the unit of ability. */
  readonly noiseFollowsSlope?: boolean;
  /**
   * The log-likelihood of a whole row at a point, and its derivatives by ability.
   * `out.gradient[offset + j]` and `out.information[offset + j]` belong to score `j` of the row. Of all results only the
   * squares use the weights.
   * O(count), no allocation.
   */
  evaluate(row: Row, point: Float64Array, out: AbilitySlopes, offset: number): number;
  /**
   * The log-likelihood of a whole row at a point; its derivatives by the item's coordinates are added to `out`.
   * O(count · dimensions²), no allocation.
   */
  differentiate(row: Row, point: Float64Array, out: ItemSlopes): number;
  /** Adds the log-likelihood of each score of a row to `out`. O(count), no allocation. */
  logLikelihoods(row: Row, point: Float64Array, out: Float64Array): void;
  /** The expected score at an ability. */
  curve(ability: number, point: Float64Array): number;
  /** The expected (Fisher) information of one score about ability. */
  information(ability: number, point: Float64Array): number;
}
