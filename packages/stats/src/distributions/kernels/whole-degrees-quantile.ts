/**
 * The t > 0 with P(|T| ≤ t) = inside, for whole degrees of freedom. Kept beside the general tail because frozen intervals stand on
 * its last bits; the two are tested against each other.
 *
 * @remarks Finite series, inverted by bisection over the angle: O(ν).
 */
export function wholeDegreesQuantile(inside: number, nu: number): number {
  let low = 0;
  let high = Math.PI / 2;
  for (let middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (probabilityInside(middle, nu) < inside) low = middle;
    else high = middle;
  }
  return Math.sqrt(nu) * Math.tan((low + high) / 2);
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
