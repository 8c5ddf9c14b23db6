import type { Clusters } from './clusters.js';

/** What a set of items says about the systems. Parts are computed when they are first read. */
export interface Standing {
  /** Number of items. */
  readonly size: number;
  /** Mean score per system. */
  readonly means: Float64Array;
  /** Systems by mean, highest first; ties keep the order of the columns. */
  readonly order: Uint32Array;
  /** Groups of systems that the items cannot tell apart. */
  readonly clusters: Clusters;
  /** Per pair a < b of systems (upper triangle, row by row): sign-flip permutations with T* ≥ T, out of `permutations`. */
  readonly flipCounts: Uint32Array;
  readonly permutations: number;
}
