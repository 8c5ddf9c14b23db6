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
  const errorsOf = pairErrors(estimate);
  if (errorsOf.filter((error) => error > 0).length < 2) return single;
  const largest = new Float64Array(draws);
  let draw = 0;
  jointDraws(estimate, { draws, seed: estimate.seed, label: 'estimation/simultaneous' }, (errors) => {
    let most = 0;
    for (let a = 0, pair = 0; a < systems; a++)
      for (let b = a + 1; b < systems; b++, pair++) {
        const distance = Math.abs(errors[a] - errors[b]) / errorsOf[pair];
        // Twins are 0/0 or x/0 apart: they share every error and say nothing.
        if (distance > most && errorsOf[pair] > 0) most = distance;
      }
    largest[draw++] = most;
  });
  return Math.max(single, quantileSorted(largest.sort(), level));
}

/** Standard errors of all pairs a < b, row by row. */
function pairErrors(estimate: Estimate): Float64Array {
  return Float64Array.from(allPairs(estimate.systems.length), (pair) => pairError(estimate, pair));
}
