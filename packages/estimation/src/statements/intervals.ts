import type { Estimate } from '@goldpan/core';
import { studentTQuantile } from '@goldpan/stats';
import { requireShare } from '../require-share.js';
import { shareIntervals } from './share-intervals.js';
import { tailReach } from './tail-reach.js';

/** Units that the other systems' variance counts as beside a system's own. */
const UNITS_OF_OTHERS = 4;

/** Intervals of the systems' means, one of each per system. */
export interface Intervals {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly standardErrors: Float64Array;
}

/**
 * Intervals for each system's mean by itself: value ± t · error, Student's t with the estimate's degrees of freedom, and farther on the side
 * of the judgements' tail (`tailReach`). The error is the standard error with a little of the other systems' mixed in: a system whose
 * sample has none of the rare bad items would seem surer than it is. Both fade as items are judged. O(n·S).
 *
 * @param level - share of repetitions in which an interval holds, in (0, 1); default 0.95
 * @param options.shares - judgements are shares of successes (`areShares`): intervals are then inside [0, 1] (`shareIntervals`); default false
 * @throws INVALID_ARGUMENT
 */
export function intervals(
  estimate: Estimate,
  level = 0.95,
  { shares = false }: { readonly shares?: boolean } = {},
): Intervals {
  requireShare('the level of an interval', level);
  const { values, covariance, degreesOfFreedom } = estimate;
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom);
  const variances = values.map((_, s) => covariance[s * (values.length + 1)]);
  if (shares) return { ...shareIntervals(estimate, reach), standardErrors: variances.map(Math.sqrt) };
  const tail = tailReach(estimate, reach);
  const errors = steadied(variances, estimate.unitCount - 1);
  return {
    low: values.map((value, s) => value - (reach + Math.max(0, -tail)) * errors[s]),
    high: values.map((value, s) => value + (reach + Math.max(0, tail)) * errors[s]),
    standardErrors: variances.map(Math.sqrt),
  };
}

/** Standard errors from variances that lean on their mean, the more the fewer units there are; none where none varies. */
function steadied(variances: Float64Array, free: number): Float64Array {
  const mean = variances.reduce((sum, variance) => sum + variance, 0) / variances.length;
  const share = UNITS_OF_OTHERS / (UNITS_OF_OTHERS + free);
  return variances.map((variance) => Math.sqrt(variance + share * (mean - variance)));
}
