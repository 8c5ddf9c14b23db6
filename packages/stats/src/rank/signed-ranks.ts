import { requireNumbers } from '../require.js';

/** What the Wilcoxon signed-rank test needs to know of paired differences. */
export interface SignedRanks {
  /** Number of differences, zeros included. */
  readonly size: number;
  /** Number of differences that are not zero. */
  readonly nonZero: number;
  /** The statistic: the sum of the ranks of |d| over the positive differences d. Zeros have no rank, ties the average rank. */
  readonly positiveRankSum: number;
  /** The sum of t³ − t over the groups of t non-zero differences of the same size; 0 without ties. */
  readonly tieCorrection: number;
  /** The ranks of all non-zero differences. Read only when there are at most 13 differences and a zero or a tie. */
  readonly ranks: ArrayLike<number>;
}

/**
 * Ranks paired differences by size for the Wilcoxon signed-rank test.
 *
 * @param differences - no NaN; two differences tie when their sizes are the same double
 * @throws STA_NOT_A_NUMBER
 * @remarks Zeros are dropped before ranking (SciPy's `wilcox` method). O(n log n) time, O(n) space.
 * @example
 * ```ts
 * import { signedRanks } from '@goldpan/stats';
 *
 * signedRanks([-5, 5, -20]).positiveRankSum; // → 1.5
 * ```
 */
export function signedRanks(differences: ArrayLike<number>): SignedRanks {
  requireNumbers('a signed-rank test', differences);
  const sorted = Float64Array.from(differences)
    .filter((d) => d !== 0)
    .sort((x, y) => Math.abs(x) - Math.abs(y));
  const ranks = new Float64Array(sorted.length);
  let positiveRankSum = 0;
  let tieCorrection = 0;
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const size = Math.abs(sorted[start]);
    const rankFrom = start + 1;
    let positive = 0;
    for (; end < sorted.length && Math.abs(sorted[end]) === size; end++) if (sorted[end] > 0) positive++;
    const rank = (rankFrom + end) / 2;
    ranks.fill(rank, start, end);
    positiveRankSum += rank * positive;
    tieCorrection += (end - start) ** 3 - (end - start);
  }
  return { size: differences.length, nonZero: sorted.length, positiveRankSum, tieCorrection, ranks };
}
