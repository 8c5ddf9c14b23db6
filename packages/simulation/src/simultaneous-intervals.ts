import { mean, sampleVariance, stepQuantileSorted, studentTQuantile, type Interval } from '@goldpan/stats';
import { FEW_REPLICATES } from './few-replicates.js';

export interface SimultaneousOptions {
  /** Variance of the resampled values that the estimates do not have, such as that of a rougher baseline; default 0. */
  readonly noise?: number;
  /** The share of cases in which all intervals hold, in (0, 1); default 0.95. */
  readonly level?: number;
}

/** The part of the variance that is kept where nearly all of it is noise, whose estimate may exceed it. */
const LEAST_KEPT = 1 / 10;

/**
 * Intervals that hold for all estimates at once with a probability, the level: estimate ± c · (standard deviation over
 * resamplings), c the quantile at the level of the largest standardised deviation of a resampling from the mean of the resamplings.
 *
 * With fewer than `FEW_REPLICATES` resamplings that quantile and the standard deviation are rough: c is then at least the
 * quantile of Student's t shared out among the estimates (Bonferroni), and of the variance at least its own relative standard
 * error √(2/(R − 1)) is kept when noise is taken off. From one resampling nothing is known: the interval has no ends.
 *
 * @param resampled - per estimate one value per resampling, in the same order; NaN = not known in that resampling
 * @remarks The max-statistic of Westfall and Young, with the bootstrap used for spread alone. An estimate that never varies
 * gets an interval of length 0. O(estimates · resamplings).
 */
export function simultaneousIntervals(
  estimates: ArrayLike<number>,
  resampled: readonly (readonly number[])[],
  { noise = 0, level = 0.95 }: SimultaneousOptions = {},
): Interval[] {
  const spreads = resampled.map(spreadOf);
  const quantile = quantileOfLargest(resampled, spreads, level);
  return Array.from(estimates, (estimate, e) => {
    const { variance, known } = spreads[e];
    if (known < 2) return { low: -Infinity, high: Infinity, level };
    if (variance === 0) return { low: estimate, high: estimate, level };
    const isRough = known < FEW_REPLICATES;
    const kept = isRough ? Math.max(LEAST_KEPT, Math.min(1, Math.sqrt(2 / (known - 1)))) : LEAST_KEPT;
    const shared = 1 - (1 - level) / (2 * estimates.length);
    const critical = isRough ? Math.max(quantile, studentTQuantile(shared, known - 1)) : quantile;
    const half = critical * Math.sqrt(Math.max(variance - noise, variance * kept));
    return { low: estimate - half, high: estimate + half, level };
  });
}

interface SpreadOfOne {
  readonly centre: number;
  readonly variance: number;
  /** In how many resamplings the value is known. */
  readonly known: number;
}

function spreadOf(values: readonly number[]): SpreadOfOne {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2) return { centre: NaN, variance: NaN, known: known.length };
  return { centre: mean(known), variance: sampleVariance(known), known: known.length };
}

/** The quantile at the level, over resamplings, of the largest deviation among the estimates in standard deviations. */
function quantileOfLargest(
  resampled: readonly (readonly number[])[],
  spreads: readonly SpreadOfOne[],
  level: number,
): number {
  const largest = (resampled[0] ?? []).map((_, r) =>
    spreads.reduce((most, { centre, variance }, e) => {
      const distance = Math.abs(resampled[e][r] - centre) / Math.sqrt(variance);
      // Not known in this resampling, or never varying.
      return Number.isNaN(distance) ? most : Math.max(most, distance);
    }, 0),
  );
  if (largest.length === 0) return NaN;
  return stepQuantileSorted(Float64Array.from(largest).sort(), level);
}

/** An interval lengthened by a factor on both sides of the estimate. */
export function widened(interval: Interval, estimate: number, factor: number): Interval {
  if (factor === 1) return interval;
  const { low, high, level } = interval;
  return { low: estimate - factor * (estimate - low), high: estimate + factor * (high - estimate), level };
}
