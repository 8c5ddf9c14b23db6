import { outOfRange, tooFewValues } from '../errors.js';
import type { Interval } from './interval.js';
import { mean } from '../summary/mean.js';
import { requireNumbers } from '../require.js';
import { studentTQuantile } from '../distributions/student-t-quantile.js';
import { populationStandardDeviation, sampleStandardDeviation } from '../summary/variance.js';

/** What a confidence interval is about. */
export interface ConfidenceIntervalOptions {
  /** Share of repetitions that cover the truth, in (0, 1). Default 0.95. */
  readonly level?: number;
  /**
   * `mean` (default): where the population's mean lies; mean ± t · (sample standard deviation)/√n.
   * `value`: where single values lie; mean ± t · population standard deviation, the interval of subset2evaluate's `confidence_interval`.
   */
  readonly of?: 'mean' | 'value';
}

/**
 * An interval around the mean from Student's t distribution with n − 1 degrees of freedom.
 *
 * @param values - at least two, no NaN
 * @throws STA_EMPTY, STA_NOT_A_NUMBER, STA_OUT_OF_RANGE
 * @example
 * ```ts
 * import { confidenceInterval } from '@goldpan/stats';
 *
 * const { low, high, level } = confidenceInterval([2, 4, 9]);
 * [low.toFixed(2), high.toFixed(2), level]; // → ['-3.96', '13.96', 0.95]
 * ```
 */
export function confidenceInterval(
  values: ArrayLike<number>,
  options: ConfidenceIntervalOptions = {},
): Interval {
  const { level = 0.95, of = 'mean' } = options;
  if (values.length < 2) throw tooFewValues('a confidence interval', values.length, 2);
  if (!(level > 0 && level < 1)) throw outOfRange('the level of a confidence interval', 'in (0, 1)', level);
  requireNumbers('a confidence interval', values);
  const scale =
    of === 'mean'
      ? sampleStandardDeviation(values) / Math.sqrt(values.length)
      : populationStandardDeviation(values);
  const reach = studentTQuantile((1 + level) / 2, values.length - 1) * scale;
  const centre = mean(values);
  return { low: centre - reach, high: centre + reach, level };
}
