import type { Affinities } from '../kernels/affinities.js';
import { Coverage } from '../kernels/coverage.js';
import { placesIn, preferenceOrder } from '../kernels/preference.js';

/** Chosen items, those that stand for most items first; ties by `preferenceOrder`. */
export function byShare(chosen: Uint32Array, weights: Float64Array, affinities: Affinities): Uint32Array {
  const places = placesIn(preferenceOrder(affinities, new Coverage(affinities).gains()));
  return chosen.toSorted((a, b) => weights[b] - weights[a] || places[a] - places[b]);
}
