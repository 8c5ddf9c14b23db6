import type { Estimate } from '@goldpan/core';
import { quantileSorted, studentTQuantile } from '@goldpan/stats';
import { jointDraws } from '../joint-draws.js';
import { allPairs, pairError } from '../pair.js';

/**
 * How many standard errors intervals of all pairs must reach to hold all at once: a quantile of the largest |t| over the pairs, from
 * joint draws of the errors (a multiplier bootstrap on the residuals, with Student's tails). Never below the reach of one pair.
 * O(draws·S²).
 */
export function simultaneousReach(estimate: Estimate, level: number, draws = 4000): number {
  const systems = estimate.systems.length;
  const single = studentTQuantile((1 + level) / 2, estimate.degreesOfFreedom);
  const pairs = allPairs(systems)
    .map((pair) => ({ ...pair, error: pairError(estimate, pair) }))
    .filter(({ error }) => error > 0);
  if (pairs.length < 2) return single;
  const largest = new Float64Array(draws);
  let draw = 0;
  jointDraws(estimate, { draws, seed: estimate.seed, label: 'estimation/simultaneous' }, (errors) => {
    let most = 0;
    for (const { a, b, error } of pairs) most = Math.max(most, Math.abs(errors[a] - errors[b]) / error);
    largest[draw++] = most;
  });
  return Math.max(single, quantileSorted(largest.sort(), level));
}
