import type { Estimate } from '@goldpan/core';
import { quantileSorted, studentTCdf, studentTQuantile } from '@goldpan/stats';
import { filledCovariance, unknownShare } from '../filled-covariance.js';
import { jointDraws } from '../joint-draws.js';
import { allPairs, pairDegrees, pairVariance } from '../pair.js';

/**
 * How many standard errors intervals of all pairs must reach to hold all at once, shape (pairs, in the order of `allPairs`): a quantile of the
 * largest |t| over the pairs, from joint draws of the errors (a multiplier bootstrap on the residuals, with Student's tails of the most
 * degrees of freedom that a pair has). A pair of fewer is as unlikely to be missed: its reach has the same tail probability. Never below the
 * reach of one pair. Where there are fewer degrees of freedom than S − 1, errors of pairs are misjudged one by one, not all together: the reach
 * is as near to Bonferroni's as they are few. O(draws·S²).
 */
export function simultaneousReach(estimate: Estimate, level: number, draws = 4000): Float64Array {
  const pairs = allPairs(estimate.systems.length);
  if (pairs.length === 0) return new Float64Array(0);
  const degrees = Float64Array.from(pairs, (pair) => pairDegrees(estimate, pair));
  const most = degrees.reduce((largest, one) => Math.max(largest, one), 0);
  const reach = largestOfAll(estimate, { level, draws, degrees: most });
  const tail = studentTCdf(-reach, most);
  const known = new Map([[most, reach]]);
  return degrees.map((one) => {
    if (!known.has(one)) known.set(one, -studentTQuantile(tail, one));
    return known.get(one)!;
  });
}

function largestOfAll(
  estimate: Estimate,
  { level, draws, degrees }: { level: number; draws: number; degrees: number },
): number {
  const systems = estimate.systems.length;
  const single = studentTQuantile((1 + level) / 2, degrees);
  const covariance = filledCovariance(estimate.covariance, degrees);
  const errorsOf = Float64Array.from(allPairs(systems), (pair) =>
    Math.sqrt(pairVariance(covariance, systems, pair)),
  );
  if (errorsOf.filter((error) => error > 0).length < 2) return single;
  const largest = new Float64Array(draws);
  let draw = 0;
  const spread = {
    systems: estimate.systems,
    covariance,
    degreesOfFreedom: new Float64Array(systems).fill(degrees),
  };
  jointDraws(spread, { draws, seed: estimate.seed, label: 'estimation/simultaneous' }, (errors) => {
    let most = 0;
    for (let a = 0, pair = 0; a < systems; a++)
      for (let b = a + 1; b < systems; b++, pair++) {
        const distance = Math.abs(errors[a] - errors[b]) / errorsOf[pair];
        // Twins are 0/0 or x/0 apart: they share every error and say nothing.
        if (distance > most && errorsOf[pair] > 0) most = distance;
      }
    largest[draw++] = most;
  });
  const joint = Math.max(single, quantileSorted(largest.sort(), level));
  const unknown = unknownShare(systems, degrees);
  if (unknown === 0) return joint;
  const one = studentTQuantile(1 - (1 - level) / 2 / errorsOf.length, degrees);
  return joint + unknown * Math.max(0, one - joint);
}
