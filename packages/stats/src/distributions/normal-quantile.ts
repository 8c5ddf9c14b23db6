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
 * normalQuantile(0.5); // → 0
 * normalQuantile(0.975); // → 1.959963984540054
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
  2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
  13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
];
const CENTRE_BOTTOM = [
  5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
  5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
];
const MIDDLE_TOP = [
  7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
  3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
];
const MIDDLE_BOTTOM = [
  1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
  0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
];
const FAR_TOP = [
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
  0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
];
const FAR_BOTTOM = [
  2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
  0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
];
