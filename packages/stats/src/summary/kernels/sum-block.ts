/** Numpy's block size: longer runs are split in two. */
const BLOCK = 128;

/** The sum of `length` elements in the order in which numpy adds contiguous doubles; see `pairwiseSum`. */
export function sumBlock(values: ArrayLike<number>, offset: number, length: number, stride: number): number {
  if (length < 8) return sumInOrder(values, offset, length, stride);
  if (length <= BLOCK) return sumEightLanes(values, offset, length, stride);
  const half = length >>> 1;
  const left = half - (half % 8);
  return (
    sumBlock(values, offset, left, stride) + sumBlock(values, offset + left * stride, length - left, stride)
  );
}

function sumInOrder(values: ArrayLike<number>, offset: number, length: number, stride: number): number {
  let sum = 0;
  for (let i = 0, at = offset; i < length; i++, at += stride) sum += values[at];
  return sum;
}

function sumEightLanes(values: ArrayLike<number>, offset: number, length: number, stride: number): number {
  let [r0, r1, r2, r3, r4, r5, r6, r7] = [0, 0, 0, 0, 0, 0, 0, 0];
  const lanes = length - (length % 8);
  let at = offset;
  for (let i = 0; i < lanes; i += 8) {
    r0 += values[at];
    r1 += values[(at += stride)];
    r2 += values[(at += stride)];
    r3 += values[(at += stride)];
    r4 += values[(at += stride)];
    r5 += values[(at += stride)];
    r6 += values[(at += stride)];
    r7 += values[(at += stride)];
    at += stride;
  }
  let sum = r0 + r1 + (r2 + r3) + (r4 + r5 + (r6 + r7));
  for (let i = lanes; i < length; i++, at += stride) sum += values[at];
  return sum;
}
