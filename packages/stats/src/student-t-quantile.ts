import { outOfRange } from './errors.js';

/**
 * The quantile of Student's t distribution: the x with P(T ≤ x) = p.
 *
 * @param p - in (0, 1)
 * @param degreesOfFreedom - an integer, at least 1
 * @throws STA_OUT_OF_RANGE
 * @remarks Finite series for whole degrees of freedom, inverted by bisection: O(degreesOfFreedom) time; relative error about
 * 1e-12 for p between 0.001 and 0.999.
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p > 0 && p < 1)) throw outOfRange('the share of a t quantile', 'in (0, 1)', p);
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw outOfRange('the degrees of freedom of a t quantile', 'a positive integer', degreesOfFreedom);
  }
  const inside = Math.abs(2 * p - 1);
  let low = 0;
  let high = Math.PI / 2;
  for (let middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (probabilityInside(middle, degreesOfFreedom) < inside) low = middle;
    else high = middle;
  }
  return Math.sign(p - 0.5) * Math.sqrt(degreesOfFreedom) * Math.tan((low + high) / 2);
}

/** P(|T| ≤ √ν tan θ) for ν degrees of freedom. */
function probabilityInside(theta: number, nu: number): number {
  const odd = nu % 2 === 1;
  const cosine = Math.cos(theta);
  const square = cosine * cosine;
  let term = Math.sin(theta) * (odd ? cosine : 1);
  let sum = 0;
  for (let k = odd ? 3 : 2; k <= nu; k += 2) {
    sum += term;
    term *= ((k - 1) / k) * square;
  }
  return odd ? (2 / Math.PI) * (theta + sum) : sum;
}
