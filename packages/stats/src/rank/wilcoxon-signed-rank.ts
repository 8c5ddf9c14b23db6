import { tooFewValues } from '../errors.js';
import { signedRankMethod, signedRankPValue, type SignedRankMethod } from './signed-rank-p-value.js';
import { signedRanks } from './signed-ranks.js';

/** The result of `wilcoxonSignedRank`. */
export interface WilcoxonResult {
  /** The sum of the ranks of the positive differences. */
  readonly statistic: number;
  /** One-sided, in [0, 1]: small = the differences are below zero. */
  readonly pValue: number;
  /** Which null distribution was used. */
  readonly method: SignedRankMethod;
}

/**
 * The Wilcoxon signed-rank test that paired differences lie below zero (alternative "less").
 * For the alternative "greater", negate the differences.
 *
 * @param differences - at least one, no NaN; zeros are dropped from the ranking but count for the choice of method
 * @returns p = 1 when all differences are zero
 * @throws STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks As `scipy.stats.wilcoxon(alternative="less")` of SciPy 1.15.3 (`method="auto"`, `zero_method="wilcox"`, no continuity
 * correction); see `signedRankMethod` for its choice of exact, permutation or normal. Older versions of SciPy choose differently.
 * O(n log n) time, O(n) space.
 * @example
 * ```ts
 * import { wilcoxonSignedRank } from '@goldpan/stats';
 *
 * wilcoxonSignedRank([-5, 5, -20]).pValue; // → 0.375
 * ```
 */
export function wilcoxonSignedRank(differences: ArrayLike<number>): WilcoxonResult {
  if (differences.length === 0) throw tooFewValues('a signed-rank test', 0);
  const ranked = signedRanks(differences);
  return {
    statistic: ranked.positiveRankSum,
    pValue: signedRankPValue(ranked),
    method: signedRankMethod(ranked),
  };
}
