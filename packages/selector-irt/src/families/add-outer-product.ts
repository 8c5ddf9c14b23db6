/** Adds `weight · vector vectorᵀ` to the lower triangle of a row-major matrix. */
export function addOuterProduct(matrix: Float64Array, vector: Float64Array, weight: number): void {
  const order = vector.length;
  for (let k = 0; k < order; k++) {
    const weighed = weight * vector[k];
    for (let l = 0; l <= k; l++) matrix[k * order + l] += weighed * vector[l];
  }
}
