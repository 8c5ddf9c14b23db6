/** How to merge: weights belong to the parts, in order; absent = equal. */
export interface Merge {
  readonly merge: 'mean' | 'product';
  readonly weights?: readonly number[];
}

/**
 * The weighted mean or the product of normalised utilities, item by item. Weights are scaled to sum 1.
 *
 * @param parts - at least one vector, each of shape (N)
 * @returns shape (N). O(parts · N).
 */
export function combineUtilities(parts: readonly Float64Array[], { merge, weights }: Merge): Float64Array {
  if (merge === 'product')
    return parts.reduce((product, part) => product.map((value, item) => value * part[item]));
  const scale = parts.map((_, p) => weights?.[p] ?? 1);
  const total = scale.reduce((sum, weight) => sum + weight, 0);
  // Divided once, at the end: sums of ranks are exact, so that items with the same ranks in another order of the parts tie.
  return parts[0].map((_, item) => parts.reduce((sum, part, p) => sum + part[item] * scale[p], 0) / total);
}
