/** √π. */
const ROOT_PI = 1.772453850905516;

/**
 * P(T > t) of Student's distribution for t ≥ 0 and any degrees of freedom ν > 0, right in relative terms however small it is.
 *
 * @remarks ½ I(ν/(ν + t²); ν/2, ½), the regularised incomplete beta function, from the side of t = 1 on which its continued fraction
 * converges fast: O(√ν) steps at most.
 */
export function studentTTail(t: number, nu: number): number {
  if (t === 0) return 0.5;
  const half = nu / 2;
  const odds = (t * t) / nu;
  const [x, y] = [1 / (1 + odds), 1 / (1 + 1 / odds)];
  const logged = Number.isFinite(odds) ? Math.log1p(odds) : 2 * Math.log(t) - Math.log(nu);
  // x^(ν/2) y^½ / B(ν/2, ½)
  const front = Math.exp(-half * logged) * (Math.sqrt(y) / ROOT_PI) * gammaRatio(half);
  return t >= 1
    ? front / betaFraction(half, 0.5, { x, y }) / 2
    : 0.5 - front / betaFraction(0.5, half, { x: y, y: x }) / 2;
}

/** Γ(a + ½)/Γ(a): by its asymptotic series, once a is large; smaller ones are carried there by Γ(a + 1) = a Γ(a). */
function gammaRatio(a: number): number {
  let factor = 1;
  let at = a;
  for (; at < 60; at++) factor *= at / (at + 0.5);
  const series = RATIO_SERIES.reduceRight((sum, coefficient) => coefficient + sum / at, 0);
  return factor * Math.sqrt(at) * series;
}

/** Coefficients of 1, 1/a, 1/a² … in Γ(a + ½)/(Γ(a) √a). */
const RATIO_SERIES = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262144, 869 / 4194304];

/**
 * x^a y^b / (B(a, b) I(x; a, b)) for y = 1 − x and x ≤ a/(a + b), by the continued fraction (9) of DiDonato and Morris, Algorithm 708,
 * ACM TOMS 18 (1992), whose terms do not cancel when x is close to 1; evaluated from the front (Lentz's method).
 */
function betaFraction(a: number, b: number, { x, y }: { x: number; y: number }): number {
  const above = 1 + a * y - b * x;
  let value = (a / (a + 1)) * above;
  let front = value;
  let back = 0;
  for (let n = 1; n < MOST_STEPS; n++) {
    const odd = a + 2 * n - 1;
    const share = (n * (b - n) * x) / odd;
    const alpha = ((a + n - 1) * (a + b + n - 1) * share * x) / odd;
    const beta = n + share + ((a + n) / (odd + 2)) * (above + n * (1 + y));
    back = 1 / (beta + alpha * back);
    front = beta + alpha / front;
    value *= front * back;
    if (Math.abs(front * back - 1) < Number.EPSILON) break;
  }
  return value;
}

/** More than was seen to be needed for any number of degrees of freedom. */
const MOST_STEPS = 100_000;
