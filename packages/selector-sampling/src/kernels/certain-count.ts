/**
 * How many of the largest sizes are certain to be in a sample of k in proportion to size: those for which k·x/Σx, among the rest once
 * larger ones are taken as certain, is 1 or more. They are a beginning of the descending sizes, and equal sizes stay together.
 *
 * @param descending - sizes above 0, largest first
 * @param suffix - sums of the sizes from each position to the end
 * @param from - no fewer than the answer: the answer for a larger k, or all
 * @returns O(from − answer)
 */
export function certainCount(
  { descending, suffix }: SortedSizes,
  k: number,
  from = descending.length,
): number {
  let count = from;
  // A billionth of slack, so that k = N makes all certain however the sums were rounded.
  while (count > 0 && descending[count - 1] * (k - count + 1) * (1 + 1e-9) < suffix[count - 1]) count--;
  return count;
}

/** Sizes, largest first, and their sums from each position to the end (one more entry, 0). */
export interface SortedSizes {
  readonly descending: Float64Array;
  readonly suffix: Float64Array;
}

/** Sizes in descending order with the sums, added from the smallest up. O(N) */
export function sortedSizes(descending: Float64Array): SortedSizes {
  const suffix = new Float64Array(descending.length + 1);
  for (let at = descending.length - 1; at >= 0; at--) suffix[at] = suffix[at + 1] + descending[at];
  return { descending, suffix };
}
