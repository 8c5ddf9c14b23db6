import { outOfRange } from '../errors.js';
import { studentTTail } from './kernels/student-t-tail.js';
import { normalCdf } from './normal-cdf.js';

/**
 * The distribution function of Student's t: P(T ≤ t).
 *
 * @param t - any number; NaN gives NaN
 * @param degreesOfFreedom - above 0, not only whole numbers; Infinity gives `normalCdf`
 * @returns in [0, 1]; the lower tail is right in relative terms, to about 1e-13
 * @throws STA_OUT_OF_RANGE
 * @remarks The regularised incomplete beta function by its continued fraction: O(√degreesOfFreedom) at most.
 * @example
 * ```ts
 * import { studentTCdf } from '@goldpan/stats';
 *
 * studentTCdf(0, 7); // → 0.5
 * studentTCdf(1, 1).toFixed(12); // → '0.750000000000'
 * ```
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  requireDegrees('a t distribution', degreesOfFreedom);
  if (Number.isNaN(t)) return NaN;
  if (degreesOfFreedom === Infinity) return normalCdf(t);
  const tail = studentTTail(Math.abs(t), degreesOfFreedom);
  return t > 0 ? 1 - tail : tail;
}

export function requireDegrees(subject: string, degreesOfFreedom: number): void {
  if (degreesOfFreedom > 0) return;
  throw outOfRange(`the degrees of freedom of ${subject}`, 'a number above 0', degreesOfFreedom);
}
