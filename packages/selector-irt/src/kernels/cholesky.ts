/**
 * Cholesky factor of a small symmetric matrix, in place: the lower triangle becomes L with A = L Lᵀ, the upper is left.
 *
 * @param matrix - row-major, order × order
 * @returns log |A|, or NaN when the matrix is not positive definite
 */
export function cholesky(matrix: Float64Array, order: number): number {
  let logDeterminant = 0;
  for (let j = 0; j < order; j++) {
    let diagonal = matrix[j * order + j];
    for (let k = 0; k < j; k++) diagonal -= matrix[j * order + k] ** 2;
    if (!(diagonal > 0)) return NaN;
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

/** Solves L x = b in place. */
export function solveLower(factor: Float64Array, order: number, vector: Float64Array): void {
  for (let i = 0; i < order; i++) {
    let sum = vector[i];
    for (let k = 0; k < i; k++) sum -= factor[i * order + k] * vector[k];
    vector[i] = sum / factor[i * order + i];
  }
}

/** Solves Lᵀ x = b in place. */
export function solveUpper(factor: Float64Array, order: number, vector: Float64Array): void {
  for (let i = order - 1; i >= 0; i--) {
    let sum = vector[i];
    for (let k = i + 1; k < order; k++) sum -= factor[k * order + i] * vector[k];
    vector[i] = sum / factor[i * order + i];
  }
}

/** The inverse of a small symmetric positive definite matrix. */
export function invertSymmetric(matrix: Float64Array, order: number): Float64Array {
  const factor = matrix.slice();
  cholesky(factor, order);
  const inverse = new Float64Array(order * order);
  const column = new Float64Array(order);
  for (let k = 0; k < order; k++) {
    column.fill(0);
    column[k] = 1;
    solveLower(factor, order, column);
    solveUpper(factor, order, column);
    for (let l = 0; l < order; l++) inverse[l * order + k] = column[l];
  }
  return inverse;
}

/** L Lᵀ of a lower triangle; what is above the diagonal is not read. */
export function timesTranspose(factor: Float64Array, order: number): Float64Array {
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
