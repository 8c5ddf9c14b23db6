/**
 * Σ aᵢ bᵢ, added up from the first element to the last.
 *
 * @param a - shape (n)
 * @param b - shape (n) or longer: what is beyond n is left out
 * @remarks O(n). Plain order, because frozen fits stand on its last bits; blocks of many rows have a kernel of their own in
 * `selector-diversity`, which adds up in the same order.
 * @example
 * ```ts
 * import { dot } from '@goldpan/stats';
 *
 * dot(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6)); // → 32
 * ```
 */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
