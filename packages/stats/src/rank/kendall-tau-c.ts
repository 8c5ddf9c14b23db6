import { countPairs } from './kernels/count-pairs.js';
import { requirePaired } from '../require.js';

/**
 * Kendall's tau-c (Stuart's) between two vectors: 2(C − D) / (n² (m − 1)/m), m the smaller number of distinct values.
 * It can reach ±1 also when one vector has far fewer distinct values than the other.
 *
 * @param a - shape (n), n at least 2, no NaN
 * @param b - shape (n), paired with `a`
 * @returns in [-1, 1], 1 = the same order; NaN when either vector is constant, since then there is no order to compare
 * @throws STA_LENGTH_MISMATCH, STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks As `scipy.stats.kendalltau(variant="c")`. Knight's method: O(n log n) time, O(n) space.
 * @example
 * ```ts
 * import { kendallTauC } from '@goldpan/stats';
 *
 * kendallTauC([1, 2, 3, 4], [1, 1, 2, 2]); // → 1
 * ```
 */
export function kendallTauC(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requirePaired('Kendall tau-c', a, b);
  const { concordantMinusDiscordant, distinctInA, distinctInB } = countPairs(a, b);
  const fewest = Math.min(distinctInA, distinctInB);
  if (fewest === 1) return NaN;
  const tau = (2 * concordantMinusDiscordant) / ((a.length ** 2 * (fewest - 1)) / fewest);
  return Math.min(1, Math.max(-1, tau));
}
