/**
 * Solves A x = b in place, where A = L Lᵀ was factored by `cholesky`.
 *
 * @param factor - row-major, shape (order, order); its lower triangle is read
 * @param vector - b, shape (order); becomes x
 * @remarks O(order²), no allocation.
 * @example
 * ```ts
 * import { cholesky, solveCholesky } from '@goldpan/stats';
 *
 * const factor = Float64Array.of(4, 0, 2, 5);
 * cholesky(factor, 2);
 * const vector = Float64Array.of(8, 12);
 * solveCholesky(factor, 2, vector);
 * vector; // → [1, 2]
 * ```
 */
export function solveCholesky(factor: Float64Array, order: number, vector: Float64Array): void {
  solveLower(factor, order, vector);
  solveUpper(factor, order, vector);
}

/**
 * Solves L x = b in place, for a lower triangle L.
 *
 * @remarks O(order²), no allocation.
 * @example
 * ```ts
 * import { solveLower } from '@goldpan/stats';
 *
 * const vector = Float64Array.of(4, 4);
 * solveLower(Float64Array.of(2, 0, 1, 2), 2, vector);
 * vector; // → [2, 1]
 * ```
 */
export function solveLower(factor: Float64Array, order: number, vector: Float64Array): void {
  for (let i = 0; i < order; i++) {
    let sum = vector[i];
    for (let k = 0; k < i; k++) sum -= factor[i * order + k] * vector[k];
    vector[i] = sum / factor[i * order + i];
  }
}

/**
 * Solves Lᵀ x = b in place, for a lower triangle L.
 *
 * @remarks O(order²), no allocation.
 * @example
 * ```ts
 * import { solveUpper } from '@goldpan/stats';
 *
 * const vector = Float64Array.of(4, 4);
 * solveUpper(Float64Array.of(2, 0, 1, 2), 2, vector);
 * vector; // → [1, 2]
 * ```
 */
export function solveUpper(factor: Float64Array, order: number, vector: Float64Array): void {
  for (let i = order - 1; i >= 0; i--) {
    let sum = vector[i];
    for (let k = i + 1; k < order; k++) sum -= factor[k * order + i] * vector[k];
    vector[i] = sum / factor[i * order + i];
  }
}
