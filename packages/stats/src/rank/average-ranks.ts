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
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  order.sort((i, j) => Number(values[i] > values[j]) - Number(values[i] < values[j]));
  const ranks = new Float64Array(values.length);
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let k = start; k < end; k++) ranks[order[k]] = (start + 1 + end) / 2;
  }
  return ranks;
}
