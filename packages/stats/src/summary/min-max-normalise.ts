/**
 * Values moved and scaled to [0, 1]: (x − min)/(max − min).
 *
 * @param values - NaN (missing) stays NaN and does not count for the minimum and maximum
 * @returns shape (values); all 0 when the values are constant
 * @remarks O(n) time and space.
 * @example
 * ```ts
 * import { minMaxNormalise } from '@goldpan/stats';
 *
 * minMaxNormalise([2, NaN, 6, 3]); // → [0, NaN, 1, 0.25]
 * ```
 */
export function minMaxNormalise(values: ArrayLike<number>): Float64Array {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < min) min = values[i];
    if (values[i] > max) max = values[i];
  }
  const range = max - min;
  return Float64Array.from(values, (value) => {
    if (Number.isNaN(value)) return NaN;
    return range === 0 ? 0 : (value - min) / range;
  });
}
