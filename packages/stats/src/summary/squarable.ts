/** Numbers of sizes between these have squares, and sums of squares, that neither overflow nor vanish. */
const [TINY, HUGE] = [1e-100, 1e100];

/**
 * Values in a unit in which they can be squared: as they are, or, where the largest is huge or tiny, times a power of two that brings it near 1, which
 * leaves every digit. For what does not depend on the unit. O(n).
 *
 * @param values - finite
 * @example
 * ```ts
 * import { squarable } from '@goldpan/stats';
 *
 * squarable(Float64Array.of(3, -4)); // → Float64Array.of(3, -4)
 * squarable(Float64Array.of(2 ** 900, -(2 ** 899))); // → Float64Array.of(1, -0.5)
 * ```
 */
export function squarable(values: Float64Array): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0 || (largest > TINY && largest < HUGE)) return values;
  const half = 2 ** -Math.round(Math.log2(largest) / 2);
  return values.map((value) => value * half * half);
}
