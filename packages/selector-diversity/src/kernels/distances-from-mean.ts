import { squaredDistance, type Rows } from './dot-products.js';
import { means } from './lloyd.js';

/** The squared distance of every row to the mean of some rows, by default of the same. O(values). */
export function distancesFromMean(rows: Rows, of: Rows = rows): Float64Array {
  const mean = means(of, new Uint32Array(of.values.length / of.dimensions), 1);
  const size = rows.values.length / rows.dimensions;
  return Float64Array.from({ length: size }, (_, row) => squaredDistance(rows, row, mean, 0));
}
