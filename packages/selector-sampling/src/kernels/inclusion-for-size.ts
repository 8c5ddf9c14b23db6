import { certainCount, sortedSizes } from './certain-count.js';

/**
 * Inclusion probabilities in proportion to size for a sample of k: πᵢ = min(1, c·xᵢ) with Σπᵢ = k. Where k·xᵢ/Σx would pass 1 the
 * item is certain, and the rest is shared among the others (water-filling).
 *
 * @param sizes - shape (N), each above 0
 * @param k - how many are drawn, from 0 to N
 * @returns shape (N), in [0, 1]. O(N log N)
 */
export function inclusionForSize(sizes: Float64Array, k: number): Float64Array {
  const sorted = sortedSizes(sizes.toSorted().reverse());
  const certain = certainCount(sorted, k);
  const smallestCertain = certain === 0 ? Infinity : sorted.descending[certain - 1];
  const scale = (k - certain) / sorted.suffix[certain];
  return sizes.map((size) => (size >= smallestCertain ? 1 : Math.min(1, size * scale)));
}
