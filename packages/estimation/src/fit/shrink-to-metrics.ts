import type { EstimationContext } from '@goldpan/core';
import { metricDirections } from './metric-directions.js';
import type { Fit } from './fit.js';

const LEAST_SYSTEMS = 6;
/** Free dimensions below which the James–Stein factor is not worth having. */
const LEAST_FREE = 4;
/** Keeps two directions that nearly agree from fighting each other. */
const RIDGE = 0.05;
/** Where there is no plane, only the common mean is left to move to: never so far that nothing orders the systems any more. */
const MOST_TO_MEAN = 0.9;

/** Estimates, moved. */
export interface Shrunk {
  /** Shape (systems). */
  readonly values: Float64Array;
  /** c: the share of their distance to the plane by which they were moved, in [0, 1]. */
  readonly share: number;
  /** Covariance of what is left of their errors, the common one removed, shape (systems × systems); absent where nothing was moved. */
  readonly covariance?: Float64Array;
}

/**
 * Moves estimates towards the plane that the metrics span (James and Stein): with e the centred estimates, f their projection on the
 * systems' means of the mean metric and of the regression's predictions, and r = e − f, the result is mean + f + (1 − c)·r with
 * c = min(1, (q − 2)·v/‖r‖²), v the mean error variance of centred estimates and q = S − 1 − directions. Where metrics do not order
 * systems as people do, r is large and nothing moves. Without metrics f = 0 and c is at most 0.9, so that the order stays. Fewer than
 * six systems are left as they are. O(S²).
 *
 * @param covariance - of the estimates, shape (systems × systems)
 */
export function shrinkToMetrics(fit: Fit, covariance: Float64Array, context: EstimationContext): Shrunk {
  const { values } = fit;
  const systems = values.length;
  if (systems < LEAST_SYSTEMS) return { values, share: 0 };
  const directions = metricDirections(fit, context).slice(0, Math.max(0, systems - 1 - LEAST_FREE));
  const centre = values.reduce((sum, value) => sum + value, 0) / systems;
  const errors = values.map((value) => value - centre);
  const plane = project(errors, directions);
  const rest = errors.map((error, system) => error - plane[system]);
  const square = rest.reduce((sum, value) => sum + value * value, 0);
  const free = systems - 1 - directions.length;
  const most = directions.length > 0 ? 1 : MOST_TO_MEAN;
  const share =
    square > 0 ? Math.min(most, ((free - 2) * contrastVariance(covariance, systems)) / square) : most;
  return {
    values: values.map((value, system) => value - share * rest[system]),
    share,
    covariance: remainingErrors(covariance, { directions, share, systems }),
  };
}

/**
 * M·Σ·Mᵀ, M = H + √(1 − c/2)·(Π − H), with H the projection on the plane and Π that on contrasts. The posterior of the normal prior that
 * James and Stein's factor estimates has 1 − c of the variance away from the plane; half of what that takes off is kept, because c is
 * an estimate (with 1 − c, leaders said to be best with 97 % were so in 76–87 %). O(S³).
 */
function remainingErrors(
  covariance: Float64Array,
  { directions, share, systems }: { directions: readonly Float64Array[]; share: number; systems: number },
): Float64Array {
  const keep = Math.sqrt(1 - share / 2);
  const map = new Float64Array(systems * systems);
  for (let s = 0; s < systems; s++) {
    const contrast = Float64Array.from({ length: systems }, (_, t) => (t === s ? 1 : 0) - 1 / systems);
    const plane = project(contrast, directions);
    for (let t = 0; t < systems; t++) map[t * systems + s] = keep * contrast[t] + (1 - keep) * plane[t];
  }
  return timesTransposed(timesTransposed(map, covariance, systems), map, systems);
}

/** A·Bᵀ; for a symmetric B, A·B. */
function timesTransposed(a: Float64Array, b: Float64Array, order: number): Float64Array {
  const product = new Float64Array(order * order);
  for (let i = 0; i < order; i++)
    for (let j = 0; j < order; j++) {
      let sum = 0;
      for (let k = 0; k < order; k++) sum += a[i * order + k] * b[j * order + k];
      product[i * order + j] = sum;
    }
  return product;
}

/** Projection on one direction, or on two by ridge regression. */
function project(errors: Float64Array, directions: readonly Float64Array[]): Float64Array {
  const [first, second] = directions;
  if (first === undefined) return new Float64Array(errors.length);
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, s) => sum + value * b[s], 0);
  const a = dot(first, errors);
  if (second === undefined) return first.map((value) => a * value);
  const b = dot(second, errors);
  const common = dot(first, second);
  const diagonal = 1 + RIDGE;
  const determinant = diagonal ** 2 - common ** 2;
  const alpha = (diagonal * a - common * b) / determinant;
  const beta = (diagonal * b - common * a) / determinant;
  return first.map((value, s) => alpha * value + beta * second[s]);
}

/** (tr V − 1ᵀV1/S)/(S − 1): the mean error variance of estimates less their mean. */
function contrastVariance(covariance: Float64Array, systems: number): number {
  let trace = 0;
  let sum = 0;
  covariance.forEach((value, at) => {
    sum += value;
    if (at % (systems + 1) === 0) trace += value;
  });
  return Math.max(0, (trace - sum / systems) / (systems - 1));
}
