import type { Estimate } from '@goldpan/core';
import { pairDegrees, pairDifference, pairError, type Pair } from '../pair.js';
import { requirePositive } from '../require-share.js';
import { upperTail } from './differences.js';

/** Whether two systems are close enough, and whether one is at least not worse. */
export interface Equivalence extends Pair {
  /** p-value of "they differ by the margin or more" (two one-sided tests): small = equivalent. */
  readonly equivalent: number;
  /** p-value of "a is worse than b by the margin or more": small = a is not inferior. */
  readonly notInferior: number;
}

/**
 * Equivalence of two systems within a margin by two one-sided t tests (TOST), and non-inferiority of a to b. O(1).
 *
 * @param margin - the largest difference that does not matter, in units of the judgements, above 0
 * @throws INVALID_ARGUMENT
 * @remarks D. J. Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987).
 */
export function equivalence(estimate: Estimate, pair: Pair, margin: number): Equivalence {
  requirePositive('the margin of an equivalence', margin);
  const difference = pairDifference(estimate.values, pair);
  const error = pairError(estimate, pair);
  const degrees = pairDegrees(estimate, pair);
  // A difference that is the margin but for rounding lies neither within nor beyond it.
  const inside = (sign: number) => pairDifference(Float64Array.of(margin, sign * difference), { a: 0, b: 1 });
  const notBelow = upperTail(inside(-1), error, degrees);
  const notAbove = upperTail(inside(1), error, degrees);
  return { ...pair, equivalent: Math.max(notBelow, notAbove), notInferior: notBelow };
}
