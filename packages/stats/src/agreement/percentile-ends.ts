import type { Interval } from '../intervals/interval.js';
import { quantileSorted } from '../summary/quantile.js';

/** The ends of a percentile interval, and from how many replicates. */
export interface PercentileEnds extends Pick<Interval, 'low' | 'high'> {
  /** In how many replicates the value is defined. */
  readonly replicates: number;
}

/**
 * Ends of the percentile interval of a value over replicates, NaN = not defined in a replicate. NaN with fewer than two values, and
 * where the value is not defined in more than half of the replicates. O(replicates log replicates).
 */
export function percentileEnds(drawn: Float64Array, level: number): PercentileEnds {
  const known = drawn.filter((value) => !Number.isNaN(value)).sort();
  if (known.length < 2 || known.length * 2 < drawn.length)
    return { low: NaN, high: NaN, replicates: known.length };
  const [low, high] = [(1 - level) / 2, (1 + level) / 2].map((p) => quantileSorted(known, p));
  return { low, high, replicates: known.length };
}
