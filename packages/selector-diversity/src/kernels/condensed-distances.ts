import { dotProducts, type Rows } from './dot-products.js';
import { squaredNorms } from './row-norms.js';

/** Rows whose products are taken at a time. */
const BLOCK = 24;

/**
 * Squared Euclidean distances of all pairs of rows, |a|² + |b|² − 2 a·b, never below 0; exactly 0 for equal rows.
 *
 * @returns N(N − 1)/2 numbers: (0, 1), (0, 2), …, (1, 2), …; see `condensedIndex`
 * @remarks O(N² · dimensions) time, 4 N² bytes.
 */
export function condensedSquaredDistances(rows: Rows): Float64Array {
  const norms = squaredNorms(rows);
  const size = norms.length;
  const distances = new Float64Array((size * (size - 1)) / 2);
  const products = new Float64Array(BLOCK * size);
  let at = 0;
  for (let start = 0; start < size; start += BLOCK) {
    const end = Math.min(size, start + BLOCK);
    dotProducts({ rows, start, end }, { rows, start, end: size }, products);
    for (let i = start; i < end; i++) {
      const line = (i - start) * (size - start) - start;
      for (let j = i + 1; j < size; j++) {
        distances[at++] = Math.max(0, norms[i] + norms[j] - 2 * products[line + j]);
      }
    }
  }
  return distances;
}

/** Where the pair i < j of N rows stands among the condensed distances. */
export function condensedIndex(size: number, i: number, j: number): number {
  return (i * (2 * size - i - 1)) / 2 + j - i - 1;
}
