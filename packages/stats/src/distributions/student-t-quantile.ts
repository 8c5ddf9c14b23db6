import { outOfRange } from '../errors.js';
import { studentTTail } from './kernels/student-t-tail.js';
import { wholeDegreesQuantile } from './kernels/whole-degrees-quantile.js';
import { normalQuantile } from './normal-quantile.js';
import { requireDegrees } from './student-t-cdf.js';

/**
 * The quantile of Student's t distribution: the x with P(T ≤ x) = p.
 *
 * @param p - in (0, 1)
 * @param degreesOfFreedom - above 0, not only whole numbers; Infinity gives `normalQuantile`
 * @throws STA_OUT_OF_RANGE
 * @remarks Relative error about 1e-12. Whole degrees of freedom and p from 0.001 to 0.999: a finite series inverted by bisection,
 * O(degreesOfFreedom); otherwise `studentTCdf` inverted by bisection.
 * @example
 * ```ts
 * import { studentTQuantile } from '@goldpan/stats';
 *
 * studentTQuantile(0.975, 10).toFixed(6); // → '2.228139'
 * studentTQuantile(0.975, 10.5).toFixed(6); // → '2.213840'
 * ```
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw outOfRange('the share of a t quantile', 'in (0, 1)', p);
  requireDegrees('a t quantile', degreesOfFreedom);
  if (p === 0.5) return 0;
  if (degreesOfFreedom === Infinity) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  const distance =
    Number.isInteger(degreesOfFreedom) && tail >= 0.001
      ? wholeDegreesQuantile(Math.abs(2 * p - 1), degreesOfFreedom)
      : distanceOfTail(tail, degreesOfFreedom);
  return p < 0.5 ? -distance : distance;
}

/** The t > 0 beyond which lies `tail`: bisection over its logarithm, from the least to the greatest double. */
function distanceOfTail(tail: number, nu: number): number {
  let low = -745;
  let high = 709.78;
  for (let middle = 0; low < middle && middle < high; middle = (low + high) / 2) {
    if (studentTTail(Math.exp(middle), nu) > tail) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
