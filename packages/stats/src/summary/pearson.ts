import { requirePaired } from '../require.js';
import { sumBlock } from './kernels/sum-block.js';

/**
 * Pearson's product-moment correlation: how well does a straight line describe one vector by the other?
 *
 * @param a - shape (n), n at least 2, finite
 * @param b - shape (n), paired with `a`
 * @returns in [-1, 1]; NaN when either vector is constant, since then it is not defined
 * @throws STA_LENGTH_MISMATCH, STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks As `scipy.stats.pearsonr`: centred and scaled before the product, so it neither cancels nor overflows early. O(n) time, no allocation.
 * @example
 * ```ts
 * import { pearson } from '@goldpan/stats';
 *
 * pearson([1, 2, 3], [2, 4, 7]).toFixed(4); // → '0.9934'
 * pearson([1, 2, 3], [5, 5, 5]); // → NaN
 * ```
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requirePaired('Pearson correlation', a, b);
  if (isConstant(a) || isConstant(b)) return NaN;
  const { centre: centreOfA, largest: largestOfA } = deviationsOf(a);
  const { centre: centreOfB, largest: largestOfB } = deviationsOf(b);
  let [both, squaresOfA, squaresOfB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    // Distances from the mean, in units of the largest, so that their squares stay in range.
    const u = (a[i] - centreOfA) / largestOfA;
    const v = (b[i] - centreOfB) / largestOfB;
    both += u * v;
    squaresOfA += u * u;
    squaresOfB += v * v;
  }
  // One root of the product, not a product of roots: vectors that are the same then give 1 exactly.
  const r = both / Math.sqrt(squaresOfA * squaresOfB);
  return Math.min(1, Math.max(-1, r));
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** The mean, and how far from it the farthest value is. */
function deviationsOf(values: ArrayLike<number>): { centre: number; largest: number } {
  const centre = sumBlock(values, 0, values.length, 1) / values.length;
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] - centre));
  return { centre, largest };
}
