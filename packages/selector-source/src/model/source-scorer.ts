import { FeatureReader } from '../features/feature-reader.js';
import type { SourceModel } from './source-model.js';

/** Gives a source its utility, higher = judge it sooner. Embeddings only where the model was trained with them. */
export type SourceScorer = (source: string, embedding?: ArrayLike<number>) => number;

/**
 * A function that scores one source at a time with a model, in memory that depends on the longest source alone.
 * Utilities are in standard deviations of what was learned, and only their order means something.
 *
 * @param model - from `trainSourceModel` or `readSourceModel`
 */
export function sourceScorer(model: SourceModel): SourceScorer {
  const weights = Float64Array.from(model.weights);
  const reader = new FeatureReader(model.features, {
    sources: model.sources,
    documentFrequencies: Uint32Array.from(model.documentFrequencies),
    means: Float64Array.from(model.surfaceMeans),
    deviations: Float64Array.from(model.surfaceDeviations),
  });
  return (source, embedding) => {
    reader.read(source, { embedding });
    const { columns, values, size } = reader;
    let utility = 0;
    for (let k = 0; k < size; k++) utility += values[k] * weights[columns[k]];
    return utility;
  };
}
