import type { Rows } from './dot-products.js';

/**
 * Per block of consecutive rows, the mean dot product over the unordered pairs of its rows. All pairs together follow
 * from the sum of the rows: |Σ e|² = Σ |e|² + 2 Σ e_a·e_b.
 *
 * @param perBlock - rows per block, at least 2
 * @remarks O(values).
 */
export function meanDotProducts({ dimensions, values }: Rows, perBlock: number): Float64Array {
  const block = perBlock * dimensions;
  const pairs = (perBlock * (perBlock - 1)) / 2;
  return Float64Array.from({ length: values.length / block }, (_, index) => {
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
    return (ofSum - ofRows) / 2 / pairs;
  });
}
