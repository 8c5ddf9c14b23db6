import { rankByUtility } from '@goldpan/core';

/** How utilities become sizes. */
export interface Sharpness {
  /** Slope of the sigmoid over the rank: 0 = all sizes equal. */
  readonly sharpness: number;
  /** The smallest size as a share of the largest, in (0, 1]: no item is drawn with a probability below that share of another's. */
  readonly floor: number;
}

/**
 * Sizes for unequal inclusion probabilities, from utilities: a sigmoid of the rank (lowest utility 0, highest 1, ties in the middle of
 * theirs), stretched between the floor and 1. Ranks, because utilities have no common unit; a floor, because an item that is hardly ever
 * drawn has a weight that ruins estimates.
 *
 * @param utilities - shape (N), higher = sooner; finite
 * @returns shape (N), in [floor, 1]. O(N log N)
 * @remarks After the sampling function of QuaDMix (arXiv 2504.16511).
 */
export function sizeMeasure(utilities: Float64Array, { sharpness, floor }: Sharpness): Float64Array {
  const sigmoid = (share: number) => 1 / (1 + Math.exp(-sharpness * (share - 0.5)));
  const [low, high] = [sigmoid(0), sigmoid(1)];
  const stretch = high > low ? (1 - floor) / (high - low) : 0;
  const sizes = new Float64Array(utilities.length);
  const descending = rankByUtility(utilities);
  const last = Math.max(1, descending.length - 1);
  for (let start = 0, end = 0; start < descending.length; start = end) {
    while (end < descending.length && utilities[descending[end]] === utilities[descending[start]]) end++;
    // Equal utilities share the middle of the ranks that they take up.
    const share = 1 - (start + end - 1) / 2 / last;
    const size = 1 - (high - sigmoid(share)) * stretch;
    for (let rank = start; rank < end; rank++) sizes[descending[rank]] = size;
  }
  return sizes;
}
