import { invalidArgument } from '../errors.js';

/**
 * Benjamini and Hochberg's adjustment: comparing each result with q keeps the expected share of false findings among the findings at
 * or below q, for independent or positively dependent tests.
 *
 * @param pValues - each in [0, 1]
 * @returns shape (pValues), same order; never below the value that came in
 * @throws INVALID_ARGUMENT
 * @remarks Journal of the Royal Statistical Society B 57 (1995); as R's `p.adjust(method = "BH")`. O(n log n).
 */
export function benjaminiHochberg(pValues: ArrayLike<number>): Float64Array {
  const tests = pValues.length;
  const order = Array.from({ length: tests }, (_, i) => i).sort((i, j) => pValues[j] - pValues[i]);
  const adjusted = new Float64Array(tests);
  let lowest = 1;
  order.forEach((test, step) => {
    const p = pValues[test];
    if (!(p >= 0 && p <= 1)) throw invalidArgument('a p-value', 'in [0, 1]', p);
    lowest = Math.min(lowest, (p * tests) / (tests - step));
    adjusted[test] = lowest;
  });
  return adjusted;
}
