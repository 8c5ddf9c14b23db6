import type { VectorTable } from '@goldpan/core';
import type { Rows } from './dot-products.js';

/** The vectors divided by their Euclidean lengths; vectors of zeros stay zeros. O(values). */
export function normaliseRows({ dimensions, values }: VectorTable): Rows {
  const unit = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += dimensions) {
    let squares = 0;
    for (let d = row; d < row + dimensions; d++) squares += values[d] * values[d];
    if (squares === 0) continue;
    const length = Math.sqrt(squares);
    for (let d = row; d < row + dimensions; d++) unit[d] = values[d] / length;
  }
  return { dimensions, values: unit };
}
