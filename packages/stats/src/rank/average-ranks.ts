import { requireNumbers } from '../require.js';

/**
 * The rank of every value, 1 for the lowest; equal values share the mean of the ranks they take up.
 *
 * @param values - no NaN
 * @returns shape (values), in the order of `values`; the ranks add up to n(n + 1)/2
 * @throws STA_NOT_A_NUMBER
 * @remarks As `scipy.stats.rankdata(method="average")`. O(n log n) time, O(n) space.
 * @example
 * ```ts
 * import { averageRanks } from '@goldpan/stats';
 *
 * averageRanks([30, 10, 30, 20]); // → [3.5, 1, 3.5, 2]
 * ```
 */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  requireNumbers('ranks', values);
  const sorted = Float64Array.from(values).sort();
  // Distinct values, ascending, and the mean rank of each.
  const distinct = new Float64Array(sorted.length);
  const shared = new Float64Array(sorted.length);
  let size = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end, size++) {
    while (end < sorted.length && sorted[end] === sorted[start]) end++;
    distinct[size] = sorted[start];
    shared[size] = (start + 1 + end) / 2;
  }
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < ranks.length; i++) ranks[i] = shared[placeOf(values[i], distinct, size)];
  return ranks;
}

/** Where a value is among those before `size`, which are ascending; it is one of them. */
function placeOf(value: number, distinct: Float64Array, size: number): number {
  let [low, high] = [0, size - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (distinct[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
