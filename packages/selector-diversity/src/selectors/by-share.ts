import type { Affinities } from '../kernels/affinities.js';
import { Coverage } from '../kernels/coverage.js';

/** Chosen items, those that stand for most items first; ties by how near an item is to all others, then input order. */
export function byShare(chosen: Uint32Array, weights: Float64Array, affinities: Affinities): Uint32Array {
  const none = new Coverage(affinities);
  const nearness = new Map(Array.from(chosen, (item) => [item, none.gain(item)]));
  return chosen.toSorted((a, b) => weights[b] - weights[a] || nearness.get(b)! - nearness.get(a)! || a - b);
}
