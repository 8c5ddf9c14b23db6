import { mean } from './mean.js';
import { requirePaired } from './require.js';

/**
 * Pearson's product-moment correlation: how well does a straight line describe one vector by the other?
 *
 * @param a - shape (n), n at least 2, finite
 * @param b - shape (n), paired with `a`
 * @returns in [-1, 1]; NaN when either vector is constant, since then it is not defined
 * @throws STA_LENGTH_MISMATCH, STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks As `scipy.stats.pearsonr`: centred and scaled before the product, so it neither cancels nor overflows early. O(n).
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requirePaired('Pearson correlation', a, b);
  if (isConstant(a) || isConstant(b)) return NaN;
  const meanA = mean(a);
  const meanB = mean(b);
  const normA = deviationNorm(a, meanA);
  const normB = deviationNorm(b, meanB);
  let r = 0;
  for (let i = 0; i < a.length; i++) r += ((a[i] - meanA) / normA) * ((b[i] - meanB) / normB);
  return Math.min(1, Math.max(-1, r));
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** The Euclidean length of the deviations, scaled by the largest so that squares stay in range. */
function deviationNorm(values: ArrayLike<number>, centre: number): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] - centre));
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] - centre) / largest) ** 2;
  return largest * Math.sqrt(sum);
}
