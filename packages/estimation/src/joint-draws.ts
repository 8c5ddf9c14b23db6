import { stream, type Estimate } from '@goldpan/core';
import { studentTQuantile } from '@goldpan/stats';
import { filledCovariance } from './filled-covariance.js';
import { gammaDraw, normalDraw } from './normal-draws.js';
import { pairVariance } from './pair.js';

/** A spread of errors: their covariance and the degrees of freedom it was estimated with. */
export interface Spread {
  /** Shape (systems × systems). */
  readonly covariance: Float64Array;
  readonly degreesOfFreedom: number;
}

/** Where errors of unlike degrees of freedom are made alike: the ends of 95 % intervals. */
const ALIKE_AT = 0.975;

/**
 * The spread of shrunk estimates at the most degrees of freedom that a system has; errors of a system of fewer are stretched, so that its
 * 95 % interval is as long as Student's t makes it, and directions of which nothing is known are filled. O(S²).
 */
export function stretchedSpread({ shrunkCovariance, systemDegreesOfFreedom: own }: Estimate): Spread {
  const degreesOfFreedom = own.reduce((most, one) => Math.max(most, one), 0);
  const least = studentTQuantile(ALIKE_AT, degreesOfFreedom);
  const stretch = own.map((one) => (one < degreesOfFreedom ? studentTQuantile(ALIKE_AT, one) / least : 1));
  const covariance = filledCovariance(shrunkCovariance, degreesOfFreedom).map(
    (value, at) => value * stretch[Math.floor(at / own.length)] * stretch[at % own.length],
  );
  return { covariance, degreesOfFreedom };
}

/**
 * Calls `visit` with joint errors of all systems, multivariate Student t, one draw after another in the same array. Systems whose
 * errors are the same (twins) get the same numbers. O(S³ + draws·S²).
 *
 * @param label - names the random stream
 */
export function jointDraws(
  { covariance, degreesOfFreedom }: Spread,
  { draws, seed, label }: { draws: number; seed: number; label: string },
  visit: (errors: Float64Array) => void,
): void {
  const systems = Math.sqrt(covariance.length);
  const factor = rootOf(covariance, systems);
  const twins = firstTwins(covariance, systems);
  const rng = stream(seed, label);
  const normals = new Float64Array(systems);
  const errors = new Float64Array(systems);
  for (let draw = 0; draw < draws; draw++) {
    for (let s = 0; s < systems; s++) normals[s] = normalDraw(rng);
    const stretch = Math.sqrt(degreesOfFreedom / 2 / gammaDraw(rng, degreesOfFreedom / 2));
    for (let s = 0; s < systems; s++) {
      let sum = 0;
      for (let k = 0; k <= s; k++) sum += factor[s * systems + k] * normals[k];
      errors[s] = twins[s] < s ? errors[twins[s]] : sum * stretch;
    }
    visit(errors);
  }
}

/** The first system that shares every error with each: rounding must not make a winner of one of them. */
function firstTwins(covariance: Float64Array, systems: number): Uint32Array {
  return Uint32Array.from({ length: systems }, (_, b) => {
    let a = 0;
    while (a < b && pairVariance(covariance, systems, { a, b }) > 0) a++;
    return a;
  });
}

/**
 * A lower triangle L with L Lᵀ = the matrix, which may be singular: a system whose errors follow from those before it adds no
 * number of its own.
 */
export function rootOf(matrix: Float64Array, order: number): Float64Array {
  const root = new Float64Array(order * order);
  for (let j = 0; j < order; j++) {
    let pivot = matrix[j * order + j];
    for (let k = 0; k < j; k++) pivot -= root[j * order + k] ** 2;
    if (!(pivot > 1e-10 * matrix[j * order + j])) continue;
    const diagonal = Math.sqrt(pivot);
    root[j * order + j] = diagonal;
    for (let i = j + 1; i < order; i++) {
      let sum = matrix[i * order + j];
      for (let k = 0; k < j; k++) sum -= root[i * order + k] * root[j * order + k];
      root[i * order + j] = sum / diagonal;
    }
  }
  return root;
}
