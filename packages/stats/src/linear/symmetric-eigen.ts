import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** A symmetric matrix as A = V · diag(values) · Vᵀ. */
export interface SymmetricEigen {
  /** Eigenvalues, ascending; shape (order). */
  readonly values: Float64Array;
  /** Row-major, shape (order, order): column k is the eigenvector of value k, of length 1; its sign is arbitrary. */
  readonly vectors: Float64Array;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @param matrix - row-major, shape (order, order), symmetric: not checked
 * @remarks By `ml-matrix` (tridiagonal form, then QL). O(order³).
 * @example
 * ```ts
 * import { symmetricEigen } from '@goldpan/stats';
 *
 * symmetricEigen(Float64Array.of(2, 1, 1, 2), 2).values.map((value) => Math.round(value * 1e12) / 1e12); // → [1, 3]
 * ```
 */
export function symmetricEigen(matrix: Float64Array, order: number): SymmetricEigen {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    Matrix.from1DArray(order, order, matrix),
    { assumeSymmetric: true },
  );
  return {
    values: Float64Array.from(realEigenvalues),
    vectors: Float64Array.from(eigenvectorMatrix.to1DArray()),
  };
}
