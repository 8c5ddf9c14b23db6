import { SourceReading } from '../text/source-reading.js';
import { FeatureReader } from './feature-reader.js';
import type { FeatureSpec, FeatureStatistics } from './feature-spec.js';
import { GramCounts } from './gram-counts.js';

/** Learns what the features need to know of the training sources. O(total length), two passes. */
export function fitFeatures(spec: FeatureSpec, sources: readonly string[]): FeatureStatistics {
  const zeros = new Float64Array(spec.surface.length);
  const frequencies = {
    sources: sources.length,
    documentFrequencies: documentFrequencies(spec, sources),
    means: zeros,
    deviations: zeros,
  };
  const reader = new FeatureReader(spec, frequencies);
  const rows = sources.map((source) => reader.surface(source, true));
  const means = zeros.map((_, f) => rows.reduce((sum, row) => sum + row[f], 0) / rows.length);
  const deviations = means.map((mean, f) => {
    const square = rows.reduce((sum, row) => sum + (row[f] - mean) ** 2, 0) / rows.length;
    // A feature that is the same everywhere may still have a mean off by a rounding error.
    return square > 1e-18 ? Math.sqrt(square) : 0;
  });
  return { ...frequencies, means, deviations };
}

function documentFrequencies(spec: FeatureSpec, sources: readonly string[]): Uint32Array {
  const frequencies = new Uint32Array(2 ** spec.bits);
  const reading = new SourceReading();
  const grams = new GramCounts(spec);
  for (const source of sources) {
    reading.read(source);
    grams.read(reading);
    for (let k = 0; k < grams.size; k++) frequencies[grams.buckets[k]]++;
  }
  return frequencies;
}
