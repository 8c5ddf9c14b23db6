import type { Regressor } from './regressor.js';

/** How sources are put through a model. */
export interface PredictOptions {
  /** Sources per batch, at least 1. */
  readonly batchSize: number;
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * One prediction per source, in their order. Sources of like length share a batch, the longest first, so that little is
 * padded and a batch too large for the memory fails at once. O(sources · tokens²) in the model.
 */
export async function predictSources(
  regressor: Regressor,
  sources: readonly string[],
  { batchSize, progress, signal }: PredictOptions,
): Promise<Float64Array> {
  const encoded = sources.map((source) => regressor.encode(source));
  const order = Uint32Array.from(sources, (_, item) => item);
  order.sort((a, b) => encoded[b].length - encoded[a].length || a - b);
  const predictions = new Float64Array(sources.length);
  for (let start = 0; start < order.length; start += batchSize) {
    signal?.throwIfAborted();
    const batch = order.subarray(start, start + batchSize);
    const values = await regressor.predict(Array.from(batch, (item) => encoded[item]));
    batch.forEach((item, i) => (predictions[item] = values[i]));
    progress?.(start + batch.length, order.length);
  }
  return predictions;
}
