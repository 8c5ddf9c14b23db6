import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';

/**
 * The inverse of a symmetric matrix of which the lower triangle is given, row-major.
 *
 * @returns undefined when it is not positive definite
 */
export function inverseOfLower(lower: Float64Array, order: number): Float64Array | undefined {
  const matrix = Matrix.zeros(order, order);
  for (let s = 0; s < order; s++) {
    for (let t = 0; t <= s; t++) {
      matrix.set(s, t, lower[s * order + t]);
      matrix.set(t, s, lower[s * order + t]);
    }
  }
  if (!new CholeskyDecomposition(matrix).isPositiveDefinite()) return undefined;
  return Float64Array.from(inverse(matrix).to1DArray());
}

/** A symmetric matrix times a vector. The matrix is row-major; a single column of length `order` stands for a diagonal. */
export function timesVector(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  const order = vector.length;
  if (matrix.length === order) {
    for (let s = 0; s < order; s++) out[s] = matrix[s] * vector[s];
    return;
  }
  for (let s = 0; s < order; s++) {
    let sum = 0;
    for (let t = 0, at = s * order; t < order; t++, at++) sum += matrix[at] * vector[t];
    out[s] = sum;
  }
}

/** Σ aᵢ bᵢ. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
