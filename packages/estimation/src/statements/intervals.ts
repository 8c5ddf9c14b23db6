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
 * Intervals for each system's mean by itself: value ± t · error, Student's t with the system's degrees of freedom, and farther on the side
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
  const { values, covariance, counts, systemDegreesOfFreedom: degrees } = estimate;
  const reach = degrees.map((own) => studentTQuantile((1 + level) / 2, own));
  const variances = values.map((_, s) => covariance[s * (values.length + 1)]);
  if (shares) return { ...shareIntervals(estimate, reach), standardErrors: variances.map(Math.sqrt) };
  const tail = tailReach(estimate, Math.min(...reach));
  const errors = steadied(variances, { counts, degrees });
  return {
    low: values.map((value, s) => value - (reach[s] + Math.max(0, -tail)) * errors[s]),
    high: values.map((value, s) => value + (reach[s] + Math.max(0, tail)) * errors[s]),
    standardErrors: variances.map(Math.sqrt),
  };
}

/** Standard errors from variances that lean on those of all systems, the more the fewer units there are; none where none varies. */
function steadied(
  variances: Float64Array,
  { counts, degrees }: { counts: Uint32Array; degrees: Float64Array },
): Float64Array {
  const free = degrees.reduce((sum, own) => sum + own, 0);
  const ofOne = variances.reduce((sum, variance, s) => sum + variance * counts[s] * degrees[s], 0) / free;
  return variances.map((variance, s) => {
    const share = UNITS_OF_OTHERS / (UNITS_OF_OTHERS + degrees[s]);
    return Math.sqrt(variance + share * (ofOne / counts[s] - variance));
  });
}
