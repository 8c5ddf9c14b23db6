import { tooFewValues } from '../errors.js';
import { sumBlock } from './kernels/sum-block.js';
import { resolveSlice, type Slice } from './slice.js';

/**
 * The arithmetic mean, rounded as `numpy.mean` rounds it (see `pairwiseSum`).
 *
 * @param values - at least one; NaN gives NaN
 * @param slice - read a row or a column of a row-major matrix in place
 * @throws STA_EMPTY, STA_SLICE_OUT_OF_BOUNDS
 * @remarks O(n) time, no allocation.
 * @example
 * ```ts
 * import { mean } from '@goldpan/stats';
 *
 * mean([1, 2, 6]); // → 3
 * mean([70, 65, 90, 95], { offset: 1, stride: 2 }); // → 80
 * mean([]); // throws STA_EMPTY
 * ```
 */
export function mean(values: ArrayLike<number>, slice?: Slice): number {
  const { offset, length, stride } = resolveSlice(values.length, slice);
  if (length === 0) throw tooFewValues('a mean', 0);
  return sumBlock(values, offset, length, stride) / length;
}
