/**
 * The Cholesky factor of a symmetric positive definite matrix, in place: the lower triangle becomes L with A = L Lᵀ; what is above the
 * diagonal is neither read nor written.
 *
 * @param matrix - row-major, shape (order, order)
 * @param tolerance - a pivot counts as lost when not more than this share of its diagonal element is left; default 0
 * @returns log |A|, or NaN when the matrix is not positive definite: the triangle is then half done and of no use
 * @remarks O(order³/6), no allocation.
 * @example
 * ```ts
 * import { cholesky } from '@goldpan/stats';
 *
 * const matrix = Float64Array.of(4, 0, 2, 5); // the lower triangle of [[4, 2], [2, 5]]
 * cholesky(matrix, 2).toFixed(12); // → Math.log(16).toFixed(12)
 * matrix; // → [2, 0, 1, 2]
 * ```
 */
export function cholesky(matrix: Float64Array, order: number, tolerance = 0): number {
  let logDeterminant = 0;
  for (let j = 0; j < order; j++) {
    const least = tolerance * matrix[j * order + j];
    let diagonal = matrix[j * order + j];
    for (let k = 0; k < j; k++) diagonal -= matrix[j * order + k] ** 2;
    if (!(diagonal > least)) return NaN;
    const root = Math.sqrt(diagonal);
    matrix[j * order + j] = root;
    logDeterminant += 2 * Math.log(root);
    for (let i = j + 1; i < order; i++) {
      let sum = matrix[i * order + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * order + k] * matrix[j * order + k];
      matrix[i * order + j] = sum / root;
    }
  }
  return logDeterminant;
}
