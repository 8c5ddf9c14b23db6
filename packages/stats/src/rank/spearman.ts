import { averageRanks } from './average-ranks.js';
import { pearson } from '../summary/pearson.js';
import { requirePaired } from '../require.js';

/**
 * Spearman's rank correlation: the Pearson correlation of average ranks.
 *
 * @param a - shape (n), n at least 2, no NaN
 * @param b - shape (n), paired with `a`
 * @returns in [-1, 1]; NaN when either vector is constant, since then it is not defined
 * @throws STA_LENGTH_MISMATCH, STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks Ties get the average rank, as `scipy.stats.spearmanr`. O(n log n) time, O(n) space.
 * @example
 * ```ts
 * import { spearman } from '@goldpan/stats';
 *
 * spearman([1, 2, 3, 4], [10, 30, 20, 40]).toFixed(4); // → '0.8000'
 * ```
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requirePaired('Spearman correlation', a, b);
  return pearson(averageRanks(a), averageRanks(b));
}
