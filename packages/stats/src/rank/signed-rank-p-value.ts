import { normalCdf } from '../distributions/normal-cdf.js';
import { distribution, EXACT_LIMIT } from './signed-rank-distribution.js';
import type { SignedRanks } from './signed-ranks.js';

/** The largest number of differences with a zero or a tie for which all sign patterns are counted. */
const PERMUTATION_LIMIT = 13;

/** How a p-value of the signed-rank test was found. */
export type SignedRankMethod = 'exact' | 'permutation' | 'normal';

/**
 * Which null distribution SciPy 1.15.3 chooses: `normal` for more than 50 differences (zeros counted), and for 14 to 50 with a
 * zero or a tie; `permutation` for up to 13 with a zero or a tie; else `exact`.
 */
export function signedRankMethod({ size, nonZero, tieCorrection }: SignedRanks): SignedRankMethod {
  if (size > EXACT_LIMIT) return 'normal';
  if (nonZero === size && tieCorrection === 0) return 'exact';
  return size <= PERMUTATION_LIMIT ? 'permutation' : 'normal';
}

/**
 * The one-sided p-value of the Wilcoxon signed-rank test, alternative "less": how likely are positive ranks to add up to as
 * little as this, or less, when every difference is equally likely to be positive or negative?
 *
 * @returns in [0, 1]; small = the differences are below zero; 1 when all are zero
 * @remarks Normal approximation with tie correction and without continuity correction. O(1), or O(13³) for `permutation`.
 * @example
 * ```ts
 * import { signedRankPValue, signedRanks } from '@goldpan/stats';
 *
 * signedRankPValue(signedRanks([-5, 5, -20])); // → 0.375
 * ```
 */
export function signedRankPValue(ranked: SignedRanks): number {
  if (ranked.nonZero === 0) return 1;
  const method = signedRankMethod(ranked);
  if (method === 'exact') return distribution(ranked.size)[ranked.positiveRankSum];
  if (method === 'permutation') return countSignPatterns(ranked);
  return normalApproximation(ranked);
}

function normalApproximation({ nonZero: n, positiveRankSum, tieCorrection }: SignedRanks): number {
  const expected = (n * (n + 1)) / 4;
  const variance = (n * (n + 1) * (2 * n + 1) - tieCorrection / 2) / 24;
  return normalCdf((positiveRankSum - expected) / Math.sqrt(variance));
}

/** The share of the 2^n sign patterns whose positive ranks add up to at most the statistic. Ranks are multiples of one half. */
function countSignPatterns({ ranks, positiveRankSum }: SignedRanks): number {
  const limit = 2 * positiveRankSum;
  const patterns = new Float64Array(limit + 1);
  patterns[0] = 1;
  for (let i = 0; i < ranks.length; i++) {
    const step = 2 * ranks[i];
    for (let sum = limit; sum >= step; sum--) patterns[sum] += patterns[sum - step];
  }
  return patterns.reduce((total, count) => total + count, 0) / 2 ** ranks.length;
}
