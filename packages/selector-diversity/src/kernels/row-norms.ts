import { dot, type Rows } from './dot-products.js';

/** The squared length of every row, added up in the same order as `dotProducts` does. O(values). */
export function squaredNorms(rows: Rows): Float64Array {
  const size = rows.values.length / rows.dimensions;
  return Float64Array.from({ length: size }, (_, row) => dot(rows, row, rows, row));
}
