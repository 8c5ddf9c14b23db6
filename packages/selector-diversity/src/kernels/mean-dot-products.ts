import type { VectorTable } from '@goldpan/core';

/**
 * Per block of consecutive rows, the mean dot product over the unordered pairs of its rows. All pairs together follow
 * from the sum of the rows: |Σ e|² = Σ |e|² + 2 Σ e_a·e_b.
 *
 * @param perBlock - rows per block
 * @param counts - how many rows of each block count; the others must be zeros. Default all. NaN where fewer than 2 count
 * @remarks O(values).
 */
export function meanDotProducts(
  { dimensions, values }: VectorTable,
  perBlock: number,
  counts?: ArrayLike<number>,
): Float64Array {
  const block = perBlock * dimensions;
  return Float64Array.from({ length: values.length / block }, (_, index) => {
    const count = counts === undefined ? perBlock : counts[index];
    if (count < 2) return NaN;
    let ofSum = 0;
    let ofRows = 0;
    for (let d = 0; d < dimensions; d++) {
      let sum = 0;
      for (let row = 0; row < perBlock; row++) {
        const value = values[index * block + row * dimensions + d];
        sum += value;
        ofRows += value * value;
      }
      ofSum += sum * sum;
    }
    return (ofSum - ofRows) / (count * (count - 1));
  });
}
