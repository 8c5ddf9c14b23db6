import { mean } from './mean.js';
import { populationStandardDeviation } from './variance.js';

/**
 * Values in standard deviations from their mean: (x − mean)/(population standard deviation).
 *
 * @param values - NaN (missing) stays NaN and does not count for mean and deviation
 * @returns shape (values); all 0 when the values are constant
 * @remarks Divides by n, not n − 1. O(n) time and space.
 * @example
 * ```ts
 * import { zScores } from '@goldpan/stats';
 *
 * zScores([1, NaN, 3]); // → [-1, NaN, 1]
 * ```
 */
export function zScores(values: ArrayLike<number>): Float64Array {
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  if (present.length === 0) return Float64Array.from(values);
  const constant = present.every((value) => value === present[0]);
  const centre = constant ? present[0] : mean(present);
  const deviation = constant ? 1 : populationStandardDeviation(present);
  return Float64Array.from(values, (value) => (value - centre) / deviation);
}
