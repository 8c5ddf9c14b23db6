import type { Estimate } from '@goldpan/core';
import { studentTQuantile } from '@goldpan/stats';
import { requireShare } from '../require-share.js';

/** Intervals of the systems' means, one of each per system. */
export interface Intervals {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly standardErrors: Float64Array;
}

/**
 * Intervals for each system's mean by itself: value ± t · standard error, Student's t with the estimate's degrees of freedom.
 *
 * @param level - share of repetitions in which an interval holds, in (0, 1); default 0.95
 * @throws INVALID_ARGUMENT
 */
export function intervals(estimate: Estimate, level = 0.95): Intervals {
  requireShare('the level of an interval', level);
  const { values, covariance, degreesOfFreedom } = estimate;
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom);
  const standardErrors = values.map((_, s) => Math.sqrt(covariance[s * (values.length + 1)]));
  return {
    low: values.map((value, s) => value - reach * standardErrors[s]),
    high: values.map((value, s) => value + reach * standardErrors[s]),
    standardErrors,
  };
}
