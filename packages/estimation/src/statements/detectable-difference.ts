import type { Estimate } from '@goldpan/core';
import { studentTQuantile } from '@goldpan/stats';
import { pairDegrees, pairError, type Pair } from '../pair.js';
import { requireShare } from '../require-share.js';

/**
 * The smallest true difference of a pair that judgements like these would show with the given chance: (t₁ + t₂) standard errors. A pair
 * that is not told apart differs by less, most likely; that does not make it equal. O(1).
 *
 * @param options.level - of the interval, in (0, 1); default 0.95
 * @param options.power - in (0, 1); default 0.8
 * @throws INVALID_ARGUMENT
 */
export function detectableDifference(
  estimate: Estimate,
  pair: Pair,
  { level = 0.95, power = 0.8 }: { readonly level?: number; readonly power?: number } = {},
): number {
  requireShare('the level of an interval', level);
  requireShare('the power', power);
  const df = pairDegrees(estimate, pair);
  const reach = studentTQuantile((1 + level) / 2, df) + studentTQuantile(power, df);
  return reach * pairError(estimate, pair);
}
