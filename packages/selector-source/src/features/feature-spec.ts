import type { GramSpec } from './gram-counts.js';

/** What a source is turned into before it is weighed: hashed n-grams, the surface features, and maybe an embedding. */
export interface FeatureSpec extends GramSpec {
  /** Names of the surface features, in order. */
  readonly surface: readonly string[];
  /** Length of the embedding that each source must come with; 0 = none. */
  readonly embedding: number;
}

/** What the features need to know of the sources that the model was trained on. */
export interface FeatureStatistics {
  /** Number of training sources. */
  readonly sources: number;
  /** Per bucket, the number of training sources that have an n-gram in it. */
  readonly documentFrequencies: Uint32Array;
  /** Mean and population standard deviation of each surface feature. */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** The number of columns: buckets, then surface features, then the embedding. */
export function featureColumns({ bits, surface, embedding }: FeatureSpec): number {
  return 2 ** bits + surface.length + embedding;
}

/** Up to this many training sources beside its own may have a word that counts as rare: one in a thousand. */
export function rareLimit(statistics: Pick<FeatureStatistics, 'sources'>): number {
  return statistics.sources / 1000;
}
