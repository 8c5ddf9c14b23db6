import { inclusionForSize } from './inclusion-for-size.js';

/**
 * Sizes in which no kind of item makes up more than a share of the whole: kinds above it are scaled down to it, and stay as they are
 * within themselves. Where there are too few kinds for the share (two kinds, 30 %), all count the same.
 *
 * @param sizes - shape (N), above 0
 * @param kinds - shape (N), the number of each item's kind, from 0
 * @param most - the largest share, in (0, 1]
 * @returns shape (N), above 0. O(N log N)
 */
export function cappedSizes(sizes: Float64Array, kinds: Uint32Array, most: number): Float64Array {
  const totals = new Float64Array(kinds.reduce((top, kind) => Math.max(top, kind), 0) + 1);
  for (let item = 0; item < sizes.length; item++) totals[kinds[item]] += sizes[item];
  // Shares min(most, c·total) that add up to 1 are inclusion probabilities of a sample of 1/most kinds.
  const shares = inclusionForSize(totals, Math.min(totals.length, 1 / most));
  return sizes.map((size, item) => (size * shares[kinds[item]]) / totals[kinds[item]]);
}
