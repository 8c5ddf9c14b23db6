import { sumBlock } from './kernels/sum-block.js';
import { resolveSlice, type Slice } from './slice.js';

/**
 * The sum of doubles, rounded exactly as `numpy.sum` rounds it for a contiguous vector (pairwise summation, blocks of 128).
 * Systems whose true means are equal then tie here when they tie there, which a left-to-right sum does not give.
 *
 * @param values - any length; 0 for none; NaN gives NaN
 * @param slice - read a row or a column of a row-major matrix in place
 * @throws STA_SLICE_OUT_OF_BOUNDS
 * @remarks O(n) time, no allocation; rounding error grows with log n.
 * @example
 * ```ts
 * import { pairwiseSum } from '@goldpan/stats';
 *
 * pairwiseSum([1, 2, 3]); // → 6
 * ```
 */
export function pairwiseSum(values: ArrayLike<number>, slice?: Slice): number {
  const { offset, length, stride } = resolveSlice(values.length, slice);
  return sumBlock(values, offset, length, stride);
}
