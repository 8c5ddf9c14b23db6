/** Errors that raters marked of one system. */
export interface SystemErrors {
  readonly system: string;
  /** Of criteria on which errors are marked. */
  readonly judgements: number;
  readonly errors: number;
  /** Errors by category, in the order of `categories`. */
  readonly byCategory: readonly number[];
}

/** Whether the values of a criterion follow from the errors that are marked. */
export interface RecomputedScores {
  readonly criterion: string;
  /** Judgements whose errors all have a weight. */
  readonly judgements: number;
  /** Of these, such whose value is minus the sum of the weights. */
  readonly equal: number;
  /** Judgements with an error that has no weight. */
  readonly unknown: number;
  /** Whether the values are on a scale of their own, as in ESA: most are better than no error at all would be. */
  readonly isOwn: boolean;
  /** Correlation (Pearson's) of the values with minus the sum of the weights; null where one of them does not vary. */
  readonly correlation: number | null;
  /** The largest difference; null where all are equal. */
  readonly largest: {
    readonly id: string;
    readonly system: string;
    readonly given: number;
    readonly recomputed: number;
  } | null;
}

/** Errors that raters marked, and whether the scores follow from them. */
export interface MarkedErrors {
  readonly errors: number;
  /** Most frequent first, equal ones by name. */
  readonly categories: readonly { readonly name: string; readonly errors: number }[];
  readonly severities: readonly { readonly name: string; readonly errors: number }[];
  readonly systems: readonly SystemErrors[];
  /** The weights by which scores were recomputed: `mqm`, `esa` or those that were given. */
  readonly weights: string;
  readonly recomputed: readonly RecomputedScores[];
}
