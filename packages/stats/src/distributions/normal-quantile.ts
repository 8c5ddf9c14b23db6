import { outOfRange } from '../errors.js';
import { polynomialRatio } from './kernels/polynomial-ratio.js';

/**
 * The quantile of the standard normal distribution: the x with Φ(x) = p, the inverse of `normalCdf`.
 *
 * @param p - in [0, 1]; 0 and 1 give the infinities
 * @returns right to a few units in the last place, for p down to 1e-307 too; exactly 0 for 0.5
 * @throws STA_OUT_OF_RANGE
 * @remarks Rational approximations of M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), in three ranges. O(1).
 * @example
 * ```ts
 * import { normalQuantile } from '@goldpan/stats';
 *
 * normalQuantile(0.5); // → 0
 * normalQuantile(0.975).toFixed(12); // → '1.959963984540'
 * ```
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw outOfRange('the share of a normal quantile', 'in [0, 1]', p);
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * polynomialRatio(0.425 ** 2 - fromCentre * fromCentre, CENTRE_TOP, CENTRE_BOTTOM);
  }
  const tail = Math.min(p, 1 - p);
  return Math.sign(fromCentre) * (tail === 0 ? Infinity : beyondCentre(Math.sqrt(-Math.log(tail))));
}

function beyondCentre(depth: number): number {
  if (depth <= 5) return polynomialRatio(depth - 1.6, MIDDLE_TOP, MIDDLE_BOTTOM);
  return polynomialRatio(depth - 5, FAR_TOP, FAR_BOTTOM);
}

const CENTRE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const CENTRE_BOTTOM = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const MIDDLE_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const MIDDLE_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
];
const FAR_TOP = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const FAR_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];
