import type { Estimate } from '@goldpan/core';
import { studentTCdf, studentTQuantile } from '@goldpan/stats';
import { allPairs, pairDegrees, pairDifference, pairError, type Pair } from '../pair.js';
import { requireShare } from '../require-share.js';
import { simultaneousReach } from './simultaneous-reach.js';

/** An interval of a difference. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What is known of the difference of two systems' means, a less b. */
export interface Difference extends Pair, Range {
  readonly difference: number;
  readonly standardError: number;
  /** Holds for all pairs at once at the level. */
  readonly simultaneous: Range;
  /** Two-sided p-value of "no difference", by Student's t. */
  readonly pValue: number;
  /** Probability that a's mean is above b's, from the shrunk estimates; 0.5 for twins. */
  readonly pBetter: number;
}

/**
 * The differences of all pairs of systems, with intervals for each by itself and for all at once. Systems that share every
 * judgement and metric differ by 0 with no doubt. O(draws·S²).
 *
 * @param options.level - in (0, 1); default 0.95
 * @param options.draws - of the simultaneous intervals; default 4000
 * @returns in the order of `allPairs`: (0, 1), (0, 2), …
 * @throws INVALID_ARGUMENT
 */
export function differences(
  estimate: Estimate,
  { level = 0.95, draws = 4000 }: { readonly level?: number; readonly draws?: number } = {},
): Difference[] {
  requireShare('the level of an interval', level);
  const all = simultaneousReach(estimate, level, draws);
  return allPairs(estimate.systems.length).map((pair, at) => {
    const degrees = pairDegrees(estimate, pair);
    const single = studentTQuantile((1 + level) / 2, degrees);
    const difference = pairDifference(estimate.values, pair);
    const standardError = pairError(estimate, pair);
    return {
      ...pair,
      difference,
      standardError,
      ...around(difference, single * standardError),
      simultaneous: around(difference, all[at] * standardError),
      pValue: Math.min(1, 2 * upperTail(Math.abs(difference), standardError, degrees)),
      pBetter: pBetter(estimate, pair),
    };
  });
}

/** Probability that a's mean is above b's over the population, from the shrunk estimates and the errors of the estimates. */
export function pBetter(estimate: Estimate, pair: Pair): number {
  const difference = pairDifference(estimate.shrunk, pair);
  return 1 - upperTail(difference, pairError(estimate, pair), pairDegrees(estimate, pair));
}

/** P(T·error ≥ distance): 0.5 when both are 0. */
export function upperTail(distance: number, error: number, degreesOfFreedom: number): number {
  if (distance === 0) return 0.5;
  return studentTCdf(-distance / error, degreesOfFreedom);
}

function around(centre: number, reach: number): Range {
  return { low: centre - reach, high: centre + reach };
}
