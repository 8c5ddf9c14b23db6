import { averageRanks } from './average-ranks.js';

/** Ranks of two vectors within data sets, centred, ready for correlations over weighted items. */
export interface PairedRanks {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly sets: Uint32Array;
  readonly setCount: number;
}

/**
 * Ranks within each set. O(n log n).
 *
 * @example
 * ```ts
 * import { ranksWithin } from '@goldpan/stats';
 *
 * ranksWithin(Uint32Array.of(0, 0, 1, 1), Float64Array.of(7, 3, 1, 9)); // → [1, 0.5, 0.5, 1]
 * ```
 */
export function ranksWithin(sets: Uint32Array, values: Float64Array): Float64Array {
  const ranks = new Float64Array(values.length);
  const members: number[][] = [];
  sets.forEach((set, item) => (members[set] ??= []).push(item));
  for (const items of members) {
    const own = averageRanks(items.map((item) => values[item]));
    items.forEach((item, i) => (ranks[item] = own[i] / items.length));
  }
  return ranks;
}

/**
 * The rank correlation within data sets: per set the correlation of the given ranks, averaged over the sets by their
 * weight. With all weights 1 this is Spearman's; in a bootstrap the ranks stay those of the whole data, which saves a sort
 * per replicate. A set in which either side is constant counts as 0. O(n).
 *
 * @param weights - how often each item counts, shape (n)
 * @example
 * ```ts
 * import { ranksWithin, weightedRankCorrelation } from '@goldpan/stats';
 *
 * const sets = new Uint32Array(3);
 * const a = ranksWithin(sets, Float64Array.of(1, 2, 3));
 * const b = ranksWithin(sets, Float64Array.of(1, 3, 2));
 * weightedRankCorrelation({ a, b, sets, setCount: 1 }, Float64Array.of(1, 1, 1)).toFixed(4); // → '0.5000'
 * ```
 */
export function weightedRankCorrelation(
  { a, b, sets, setCount }: PairedRanks,
  weights: Float64Array,
): number {
  const sums = new Float64Array(setCount * 6);
  for (let i = 0; i < a.length; i++) {
    const w = weights[i];
    if (w === 0) continue;
    const at = sets[i] * 6;
    sums[at] += w;
    sums[at + 1] += w * a[i];
    sums[at + 2] += w * b[i];
    sums[at + 3] += w * a[i] * a[i];
    sums[at + 4] += w * b[i] * b[i];
    sums[at + 5] += w * a[i] * b[i];
  }
  let [total, weight] = [0, 0];
  for (let at = 0; at < sums.length; at += 6) {
    total += sums[at] * correlation(sums.subarray(at, at + 6));
    weight += sums[at];
  }
  return weight === 0 ? 0 : total / weight;
}

function correlation([n, a, b, aa, bb, ab]: Float64Array): number {
  const square = (aa - (a * a) / n) * (bb - (b * b) / n);
  // Ranks are at most 1, so a smaller product can only come from rounding.
  return square > 1e-20 ? (ab - (a * b) / n) / Math.sqrt(square) : 0;
}
