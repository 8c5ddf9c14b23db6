import { logistic } from '../kernels/logistic.js';
import { addOuterProduct } from './add-outer-product.js';
import type { Coordinate, Family } from './family.js';

/**
 * Graded response for scores 0 … K − 1: P(score ≥ k) = logistic(e^α θ + d_k) with d_1 > … > d_K−1.
 *
 * Point: α, the middle intercept, and the logarithms of the K − 2 gaps between neighbouring intercepts.
 *
 * @param categories - K, at least 3
 */
export function graded(categories: number): Family {
  const steps = categories - 1;
  const gaps = Array.from({ length: steps - 1 }, (): Coordinate => 'log-gap');
  const intercepts = new Float64Array(steps);
  const reach = new Float64Array(categories + 1);
  const slopes = new Float64Array(categories);
  return {
    coordinates: ['log-slope', 'intercept', ...gaps],
    shared: [],
    evaluate(row, point, out, offset) {
      const { abilities, scores, count } = row;
      const slope = Math.exp(point[0]);
      fillIntercepts(point, intercepts);
      let logLikelihood = 0;
      for (let j = 0; j < count; j++) {
        const score = scores[j];
        const eta = slope * abilities[j];
        // The chances to reach this category and the next.
        const here = score === 0 ? 1 : logistic(eta + intercepts[score - 1]);
        const next = score === steps ? 0 : logistic(eta + intercepts[score]);
        out.gradient[offset + j] = slope * (1 - here - next);
        out.information[offset + j] = slope * slope * (here * (1 - here) + next * (1 - next));
        logLikelihood += Math.log(chance(here, next, gapOf(intercepts, score)));
      }
      return logLikelihood;
    },
    differentiate({ abilities, scores, weights, count }, point, { gradient, information }) {
      fillIntercepts(point, intercepts);
      let logLikelihood = 0;
      for (let j = 0; j < count; j++) {
        fillReach(intercepts, Math.exp(point[0]) * abilities[j], reach);
        for (let k = 0; k < categories; k++) {
          const probability = chance(reach[k], reach[k + 1], gapOf(intercepts, k));
          slopesOfCategory({ k, reach, intercepts, ability: abilities[j] }, point, slopes);
          addOuterProduct(information, slopes, weights[j] * probability);
          if (k !== scores[j]) continue;
          logLikelihood += weights[j] * Math.log(probability);
          for (let l = 0; l < slopes.length; l++) gradient[l] += weights[j] * slopes[l];
        }
      }
      return logLikelihood;
    },
    logLikelihoods({ abilities, scores, count }, point, out) {
      const slope = Math.exp(point[0]);
      fillIntercepts(point, intercepts);
      for (let j = 0; j < count; j++) {
        const here = scores[j] === 0 ? 1 : logistic(slope * abilities[j] + intercepts[scores[j] - 1]);
        const next = scores[j] === steps ? 0 : logistic(slope * abilities[j] + intercepts[scores[j]]);
        out[j] += Math.log(chance(here, next, gapOf(intercepts, scores[j])));
      }
    },
    curve(ability, point) {
      fillIntercepts(point, intercepts);
      fillReach(intercepts, Math.exp(point[0]) * ability, reach);
      return reach.reduce((sum, value) => sum + value, -1);
    },
    information(ability, point) {
      fillIntercepts(point, intercepts);
      fillReach(intercepts, Math.exp(point[0]) * ability, reach);
      let information = 0;
      for (let k = 0; k < categories; k++) {
        const probability = chance(reach[k], reach[k + 1], gapOf(intercepts, k));
        information += probability * (1 - reach[k] - reach[k + 1]) ** 2;
      }
      return Math.exp(2 * point[0]) * information;
    },
  };
}

/** Which of the intercepts is a coordinate of its own. */
function middleOf(steps: number): number {
  return Math.floor((steps - 1) / 2);
}

/** The intercepts of a point, falling: the middle one is a coordinate, the others follow from the gaps. */
export function fillIntercepts(point: Float64Array, intercepts: Float64Array): void {
  const middle = middleOf(intercepts.length);
  intercepts[middle] = point[1];
  for (let k = middle; k > 0; k--) intercepts[k - 1] = intercepts[k] + Math.exp(point[1 + k]);
  for (let k = middle + 1; k < intercepts.length; k++) {
    intercepts[k] = intercepts[k - 1] - Math.exp(point[1 + k]);
  }
}

/** P(score ≥ k) for k = 0 … K, where the last is 0. */
function fillReach(intercepts: Float64Array, eta: number, reach: Float64Array): void {
  reach[0] = 1;
  for (let k = 0; k < intercepts.length; k++) reach[k + 1] = logistic(eta + intercepts[k]);
  reach[intercepts.length + 1] = 0;
}

/** The distance between the two intercepts that bound a category; infinite for the first and the last. */
function gapOf(intercepts: Float64Array, category: number): number {
  return category === 0 || category === intercepts.length
    ? Infinity
    : intercepts[category - 1] - intercepts[category];
}

/** P(score = k) = here − next, without cancellation. */
function chance(here: number, next: number, gap: number): number {
  return Math.max(here * (1 - next) * -Math.expm1(-gap), 1e-300);
}

interface At {
  readonly k: number;
  readonly reach: Float64Array;
  readonly intercepts: Float64Array;
  readonly ability: number;
}

/** Writes the derivatives of log P(score = k) by the coordinates of the item. */
function slopesOfCategory(at: At, point: Float64Array, item: Float64Array): void {
  const { k, reach, intercepts } = at;
  const steps = intercepts.length;
  const middle = middleOf(steps);
  const squeeze = k === 0 || k === steps ? 0 : 1 / Math.expm1(gapOf(intercepts, k));
  // By the intercept that bounds the category from above, and by the one from below.
  const byUpper = k === 0 ? 0 : 1 - reach[k] + squeeze;
  const byLower = k === steps ? 0 : -reach[k + 1] - squeeze;
  item[0] = (byUpper + byLower) * Math.exp(point[0]) * at.ability;
  item[1] = byUpper + byLower;
  for (let gap = 0; gap < steps - 1; gap++) {
    // The gap lies between intercepts `gap` and `gap + 1`, the category between intercepts k − 1 and k.
    const above = (k - 1 <= gap ? byUpper : 0) + (k <= gap ? byLower : 0);
    const below = byUpper + byLower - above;
    item[2 + gap] = Math.exp(point[2 + gap]) * (gap < middle ? above : -below);
  }
}
