import { stream, textPlaces, type Estimate, type Rng } from '@goldpan/core';
import { centredCovariance, filledCovariance } from './filled-covariance.js';
import { gammaDraw, normalDraw } from './normal-draws.js';
import { pairVariance } from './pair.js';

/** A spread of errors: their covariance and the degrees of freedom it was estimated with. */
export interface Spread {
  /** The S names: by these, and not by their order, systems get their numbers. */
  readonly systems: readonly string[];
  /** Shape (systems × systems). */
  readonly covariance: Float64Array;
  /** Shape (systems). */
  readonly degreesOfFreedom: Float64Array;
}

/**
 * The spread by which shrunk estimates are ordered: directions of which nothing is known are filled, and where systems have unlike degrees of
 * freedom the error that all share is taken off, so that Student's tails of one do not make a difference of it. O(S²).
 */
export function spreadOfRanks({ systems, shrunkCovariance, systemDegreesOfFreedom }: Estimate): Spread {
  const most = systemDegreesOfFreedom.reduce((largest, own) => Math.max(largest, own), 0);
  const alike = systemDegreesOfFreedom.every((own) => own === most);
  const filled = filledCovariance(shrunkCovariance, most);
  return {
    systems,
    covariance: alike ? filled : centredCovariance(filled),
    degreesOfFreedom: systemDegreesOfFreedom,
  };
}

/**
 * Calls `visit` with joint errors of all systems, multivariate Student t, one draw after another in the same array. Systems whose
 * errors are the same (twins) get the same numbers. O(S³ + draws·S²).
 *
 * @param label - names the random stream
 */
export function jointDraws(
  spread: Spread,
  { draws, seed, label }: { draws: number; seed: number; label: string },
  visit: (errors: Float64Array) => void,
): void {
  const drawNormal = jointNormals(spread);
  const rng = stream(seed, label);
  const errors = new Float64Array(spread.systems.length);
  const stretch = studentStretch(spread.degreesOfFreedom);
  for (let draw = 0; draw < draws; draw++) {
    drawNormal(rng, errors);
    const stretches = stretch(rng);
    for (let s = 0; s < errors.length; s++) errors[s] *= stretches[s];
    visit(errors);
  }
}

/** Draws joint normal errors of the given covariance into an array; twins get the same. */
export function jointNormals({ systems, covariance }: Spread): (rng: Rng, errors: Float64Array) => void {
  const size = systems.length;
  const order = new Uint32Array(size);
  textPlaces(systems).forEach((place, system) => (order[place] = system));
  const sorted = covariance.map(
    (_, at) => covariance[order[Math.floor(at / size)] * size + order[at % size]],
  );
  const root = rootOf(sorted, size);
  const twins = firstTwins(sorted, size);
  const normals = new Float64Array(size);
  return (rng, errors) => {
    for (let place = 0; place < size; place++) normals[place] = normalDraw(rng);
    for (let place = 0; place < size; place++) {
      let sum = 0;
      for (let k = 0; k <= place; k++) sum += root[place * size + k] * normals[k];
      errors[order[place]] = twins[place] < place ? errors[order[twins[place]]] : sum;
    }
  };
}

/**
 * Draws what makes Student's t of normal errors, √(d/χ²), shape (systems), in the same array each time. The χ² of more degrees of freedom is that
 * of fewer and a further one: systems that were judged nearly as often are stretched nearly alike.
 */
export function studentStretch(degreesOfFreedom: Float64Array): (rng: Rng) => Float64Array {
  const ascending = [...new Set(degreesOfFreedom)].sort((one, other) => one - other);
  const place = degreesOfFreedom.map((own) => ascending.indexOf(own));
  const stretches = new Float64Array(degreesOfFreedom.length);
  const ofDegrees = new Float64Array(ascending.length);
  return (rng) => {
    let halved = 0;
    ascending.forEach((own, at) => {
      halved += gammaDraw(rng, (own - (at > 0 ? ascending[at - 1] : 0)) / 2);
      ofDegrees[at] = Math.sqrt(own / 2 / halved);
    });
    for (let s = 0; s < stretches.length; s++) stretches[s] = ofDegrees[place[s]];
    return stretches;
  };
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
function rootOf(matrix: Float64Array, order: number): Float64Array {
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
