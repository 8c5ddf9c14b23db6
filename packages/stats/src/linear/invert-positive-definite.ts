import { cholesky } from './cholesky.js';
import { solveCholesky } from './solve-cholesky.js';

/**
 * The inverse of a symmetric positive definite matrix.
 *
 * @param matrix - row-major, shape (order, order); the lower triangle is read, nothing is changed
 * @returns row-major; NaN throughout where the matrix is not positive definite
 * @remarks O(order³).
 * @example
 * ```ts
 * import { invertPositiveDefinite } from '@goldpan/stats';
 *
 * invertPositiveDefinite(Float64Array.of(4, 0, 2, 5), 2); // → [0.3125, -0.125, -0.125, 0.25]
 * ```
 */
export function invertPositiveDefinite(matrix: Float64Array, order: number): Float64Array {
  const factor = matrix.slice();
  const inverse = new Float64Array(order * order);
  if (Number.isNaN(cholesky(factor, order))) return inverse.fill(NaN);
  const column = new Float64Array(order);
  for (let k = 0; k < order; k++) {
    column.fill(0);
    column[k] = 1;
    solveCholesky(factor, order, column);
    for (let l = 0; l < order; l++) inverse[l * order + k] = column[l];
  }
  return inverse;
}

/**
 * L Lᵀ of a lower triangle: the matrix that `cholesky` would factor into it.
 *
 * @param factor - row-major, shape (order, order); what is above the diagonal is not read
 * @remarks O(order³).
 * @example
 * ```ts
 * import { timesOwnTranspose } from '@goldpan/stats';
 *
 * timesOwnTranspose(Float64Array.of(2, 0, 1, 2), 2); // → [4, 2, 2, 5]
 * ```
 */
export function timesOwnTranspose(factor: Float64Array, order: number): Float64Array {
  const product = new Float64Array(order * order);
  for (let k = 0; k < order; k++) {
    for (let l = 0; l < order; l++) {
      for (let m = 0; m <= Math.min(k, l); m++) {
        product[k * order + l] += factor[k * order + m] * factor[l * order + m];
      }
    }
  }
  return product;
}
