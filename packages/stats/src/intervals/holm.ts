import { outOfRange } from '../errors.js';

/**
 * Holm's step-down correction: p-values of several tests, adjusted so that comparing each with α keeps the chance of any false
 * rejection at or below α, however the tests depend on each other.
 *
 * @param pValues - each in [0, 1]
 * @returns shape (pValues), same order; never below the value that came in, at most 1
 * @throws STA_OUT_OF_RANGE
 * @remarks S. Holm, Scandinavian Journal of Statistics 6 (1979); as R's `p.adjust(method = "holm")`. O(n log n).
 * @example
 * ```ts
 * import { holm } from '@goldpan/stats';
 *
 * holm([0.01, 0.25, 0.5]); // → [0.03, 0.5, 0.5]
 * ```
 */
export function holm(pValues: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: pValues.length }, (_, i) => i).sort((i, j) => pValues[i] - pValues[j]);
  const adjusted = new Float64Array(pValues.length);
  let highest = 0;
  order.forEach((test, step) => {
    const p = pValues[test];
    if (!(p >= 0 && p <= 1)) throw outOfRange('a p-value', 'in [0, 1]', p);
    highest = Math.max(highest, (pValues.length - step) * p);
    adjusted[test] = Math.min(1, highest);
  });
  return adjusted;
}
