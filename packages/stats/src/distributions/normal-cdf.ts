import { polynomialRatio } from './kernels/polynomial-ratio.js';

/**
 * The standard normal distribution function: P(Z ≤ x).
 *
 * @param x - any number; NaN gives NaN
 * @returns in [0, 1]; the relative error is a few units in the last place, in the lower tail too (Φ(−38) = 2.9e-316)
 * @remarks Rational approximations of W. J. Cody, Algorithm 715: SPECFUN, ACM TOMS 19 (1993), in three ranges of |x|.
 * @example
 * ```ts
 * import { normalCdf } from '@goldpan/stats';
 *
 * normalCdf(0); // → 0.5
 * normalCdf(-1.96).toFixed(6); // → '0.024998'
 * ```
 */
export function normalCdf(x: number): number {
  const distance = Math.abs(x);
  if (distance <= CENTRE) return 0.5 + x * polynomialRatio(distance * distance, CENTRE_TOP, CENTRE_BOTTOM);
  const tail = lowerTail(distance);
  return x > 0 ? 1 - tail : tail;
}

/** Φ(−distance) for a distance beyond the centre. */
function lowerTail(distance: number): number {
  if (distance > 38.6) return Number.isNaN(distance) ? NaN : 0;
  if (distance < Math.sqrt(32))
    return gaussian(distance) * polynomialRatio(distance, MIDDLE_TOP, MIDDLE_BOTTOM);
  const inverse = 1 / (distance * distance);
  const correction = inverse * polynomialRatio(inverse, FAR_TOP, FAR_BOTTOM);
  return (gaussian(distance) * (INVERSE_ROOT_2_PI - correction)) / distance;
}

/** exp(−x²/2), with x² split so that its rounding does not reach the exponent. */
function gaussian(x: number): number {
  const coarse = Math.trunc(x * 16) / 16;
  return Math.exp((-coarse * coarse) / 2) * Math.exp((-(x - coarse) * (x + coarse)) / 2);
}

const CENTRE = 0.66291;
const INVERSE_ROOT_2_PI = 0.3989422804014327;

const CENTRE_TOP = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356,
];
const CENTRE_BOTTOM = [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673];
const MIDDLE_TOP = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
  2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_BOTTOM = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const FAR_TOP = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278936,
  0.000029112874951168793,
];
const FAR_BOTTOM = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  0.00007297515550839662,
];
