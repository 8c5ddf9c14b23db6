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
