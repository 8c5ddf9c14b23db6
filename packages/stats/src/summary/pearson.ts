import { dot } from '../linear/dot.js';
import { mean } from './mean.js';
import { requirePaired } from '../require.js';

/**
 * Pearson's product-moment correlation: how well does a straight line describe one vector by the other?
 *
 * @param a - shape (n), n at least 2, finite
 * @param b - shape (n), paired with `a`
 * @returns in [-1, 1]; NaN when either vector is constant, since then it is not defined
 * @throws STA_LENGTH_MISMATCH, STA_EMPTY, STA_NOT_A_NUMBER
 * @remarks As `scipy.stats.pearsonr`: centred and scaled before the product, so it neither cancels nor overflows early. O(n).
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
  const u = scaledDeviations(a);
  const v = scaledDeviations(b);
  // One root of the product, not a product of roots: vectors that are the same then give 1 exactly.
  const r = dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v));
  return Math.min(1, Math.max(-1, r));
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** Distances from the mean, in units of the largest, so that their squares stay in range. */
function scaledDeviations(values: ArrayLike<number>): Float64Array {
  const centre = mean(values);
  const deviations = Float64Array.from(values, (value) => value - centre);
  const largest = deviations.reduce((most, deviation) => Math.max(most, Math.abs(deviation)), 0);
  return deviations.map((deviation) => deviation / largest);
}
