import { countPairs } from './kernels/count-pairs.js';
import { requirePaired } from '../require.js';

/**
 * Kendall's tau-b between two vectors: do they order their elements alike?
 *
 * @param a - shape (n), n at least 2, no NaN
 * @param b - shape (n), paired with `a`
 * @returns in [-1, 1], 1 = the same order; NaN when either vector is constant, since then there is no order to compare
 * @throws STA_LENGTH_MISMATCH, STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks Variant b (corrected for ties), as `scipy.stats.kendalltau`. Knight's method: O(n log n) time, O(n) space.
 * @example
 * ```ts
 * import { kendallTauB } from '@goldpan/stats';
 *
 * kendallTauB([1, 2, 3, 4], [1, 1, 2, 2]).toFixed(4); // → '0.8165'
 * ```
 */
export function kendallTauB(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requirePaired('Kendall tau-b', a, b);
  const { pairs, tiedInA, tiedInB, concordantMinusDiscordant } = countPairs(a, b);
  if (tiedInA === pairs || tiedInB === pairs) return NaN;
  // One root of the product, not two roots: vectors in the same order then give 1 exactly.
  const tau = concordantMinusDiscordant / Math.sqrt((pairs - tiedInA) * (pairs - tiedInB));
  return Math.min(1, Math.max(-1, tau));
}
