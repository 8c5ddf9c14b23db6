import { Matrix, solve } from 'ml-matrix';

/**
 * Solves A x = b for any square matrix that is not singular.
 *
 * @param matrix - row-major, shape (order, order)
 * @param right - b, shape (order)
 * @remarks By `ml-matrix` (LU with pivoting). O(order³). Positive definite systems: `cholesky`, at half of the cost.
 * @example
 * ```ts
 * import { solveLinear } from '@goldpan/stats';
 *
 * solveLinear(Float64Array.of(0, 2, 1, 1), Float64Array.of(4, 3)); // → [1, 2]
 * ```
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array {
  const order = right.length;
  return Float64Array.from(
    solve(Matrix.from1DArray(order, order, matrix), Matrix.columnVector(right)).to1DArray(),
  );
}
