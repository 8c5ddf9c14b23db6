import { tooFewValues } from '../errors.js';
import { sumBlock } from './kernels/sum-block.js';
import { resolveSlice, type Slice } from './slice.js';

/**
 * The variance of a whole population: the mean squared distance from the mean (divides by n), rounded as `numpy.var`.
 *
 * @param values - at least one; NaN gives NaN
 * @param slice - read a row or a column of a row-major matrix in place
 * @throws STA_EMPTY, STA_SLICE_OUT_OF_BOUNDS
 * @remarks Two passes, O(n) time and space.
 * @example
 * ```ts
 * import { populationVariance } from '@goldpan/stats';
 *
 * populationVariance([1, 3]); // → 1
 * ```
 */
export function populationVariance(values: ArrayLike<number>, slice?: Slice): number {
  const resolved = resolveSlice(values.length, slice);
  if (resolved.length === 0) throw tooFewValues('a population variance', 0);
  return squaredDeviations(values, resolved) / resolved.length;
}

/**
 * The unbiased estimate of a population's variance from a sample (divides by n − 1), as `numpy.var(ddof=1)`.
 *
 * @param values - at least two; NaN gives NaN
 * @throws STA_EMPTY, STA_SLICE_OUT_OF_BOUNDS
 * @example
 * ```ts
 * import { sampleVariance } from '@goldpan/stats';
 *
 * sampleVariance([1, 3]); // → 2
 * ```
 */
export function sampleVariance(values: ArrayLike<number>, slice?: Slice): number {
  const resolved = resolveSlice(values.length, slice);
  if (resolved.length < 2) throw tooFewValues('a sample variance', resolved.length, 2);
  return squaredDeviations(values, resolved) / (resolved.length - 1);
}

/**
 * The square root of `populationVariance` (divides by n).
 *
 * @example
 * ```ts
 * import { populationStandardDeviation } from '@goldpan/stats';
 *
 * populationStandardDeviation([1, 5]); // → 2
 * ```
 */
export function populationStandardDeviation(values: ArrayLike<number>, slice?: Slice): number {
  return Math.sqrt(populationVariance(values, slice));
}

/**
 * The square root of `sampleVariance` (divides by n − 1).
 *
 * @example
 * ```ts
 * import { sampleStandardDeviation } from '@goldpan/stats';
 *
 * sampleStandardDeviation([1, 3]); // → Math.SQRT2
 * ```
 */
export function sampleStandardDeviation(values: ArrayLike<number>, slice?: Slice): number {
  return Math.sqrt(sampleVariance(values, slice));
}

function squaredDeviations(values: ArrayLike<number>, { offset, length, stride }: Required<Slice>): number {
  const centre = sumBlock(values, offset, length, stride) / length;
  const squares = new Float64Array(length);
  for (let i = 0, at = offset; i < length; i++, at += stride) {
    const deviation = values[at] - centre;
    squares[i] = deviation * deviation;
  }
  return sumBlock(squares, 0, length, 1);
}
