/** Systems in groups that the items cannot tell apart, best first. */
export interface Clusters {
  /** Systems by mean, highest first; ties keep the order of the columns, but identical systems stand together. */
  readonly order: Uint32Array;
  /** Per system, the number of its cluster; 0 = top. */
  readonly clusterOf: Uint32Array;
  readonly count: number;
  /**
   * Shape (S − 1): element k is the p-value that kept system `order[k + 1]` in its cluster or parted it from the one above,
   * one-sided Wilcoxon signed-rank; Holm-adjusted for `head`. 1 for systems with identical scores.
   */
  readonly pValues: Float64Array;
}

/** What a set of items says about the systems. Parts are computed when they are first read; arrays may be reused afterwards. */
export interface Standing {
  /** Number of items. */
  readonly size: number;
  /** Mean score per system. */
  readonly means: Float64Array;
  /** Systems by mean, highest first; ties keep the order of the columns. */
  readonly order: Uint32Array;
  /** Groups of systems that the items cannot tell apart. */
  readonly clusters: Clusters;
  /**
   * Per pair a < b of systems (upper triangle, row by row): sign-flip permutations with T* ≥ T, out of `permutations`. The
   * share of them is the p-value that a scores above b.
   */
  readonly flipCounts: Uint32Array;
  readonly permutations: number;
}
