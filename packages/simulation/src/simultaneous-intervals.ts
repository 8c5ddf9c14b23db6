import { mean, sampleVariance } from '@goldpan/stats';

/** The ends of an interval. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * Intervals that hold for all estimates at once with probability 95 %: estimate ± c · (standard deviation over resamplings),
 * c the 95 % quantile of the largest standardised deviation of a resampling from the mean of the resamplings.
 *
 * @param resampled - per estimate one value per resampling, in the same order; NaN = not known in that resampling
 * @param noise - variance of the resampled values that the estimates do not have, such as that of a rougher baseline; default 0
 * @remarks The max-statistic of Westfall and Young, with the bootstrap used for spread alone. An estimate that never varies
 * gets an interval of length 0. O(estimates · resamplings).
 */
export function simultaneousIntervals(
  estimates: ArrayLike<number>,
  resampled: readonly (readonly number[])[],
  noise = 0,
): Ends[] {
  const spreads = resampled.map(meanAndVariance);
  const largest = (resampled[0] ?? []).map((_, r) =>
    spreads.reduce((most, { centre, variance }, e) => {
      const distance = variance > 0 ? Math.abs(resampled[e][r] - centre) / Math.sqrt(variance) : 0;
      return Number.isNaN(distance) ? most : Math.max(most, distance);
    }, 0),
  );
  largest.sort((a, b) => a - b);
  const critical = largest[Math.ceil(0.95 * largest.length) - 1];
  return Array.from(estimates, (estimate, e) => {
    const { variance } = spreads[e];
    // Where nearly all of the variance is noise its estimate may exceed it: a tenth is kept.
    const half = variance > 0 ? critical * Math.sqrt(Math.max(variance - noise, variance / 10)) : 0;
    return { low: estimate - half, high: estimate + half };
  });
}

function meanAndVariance(values: readonly number[]): { centre: number; variance: number } {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2) return { centre: NaN, variance: Infinity };
  return { centre: mean(known), variance: sampleVariance(known) };
}
