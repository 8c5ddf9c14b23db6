import { solveUpper } from '@goldpan/stats';
import { findMode, type Population } from './find-mode.js';
import type { ItemWorkspace } from './item-workspace.js';

/**
 * The posterior of the item whose scores are in the row of `work.search`: a normal rule is laid over its mode and each node
 * is weighed by the true posterior there (adaptive quadrature).
 *
 * @param mode - where the search for the mode starts; overwritten with the mode
 */
export function integrateItem(work: ItemWorkspace, population: Population, mode: Float64Array): void {
  const { point } = work.search;
  point.set(mode);
  point.set(population.shared, mode.length);
  const logHessian = findMode(work.search, population);
  for (let k = 0; k < mode.length; k++) mode[k] = point[k];
  weighNodes(work, population, mode);
  work.logEvidence += 0.5 * (population.logDeterminant - logHessian);
  summarise(work);
}

/** Lays the nodes over the mode, weighs each, and sums the weights up to the evidence. */
function weighNodes(work: ItemWorkspace, population: Population, mode: Float64Array): void {
  const { family, rule, weights, points, slopes, squares, capacity } = work;
  const { row, point, step } = work.search;
  const factor = work.search.slopes.information;
  const { dimensions, nodes } = rule;
  let highest = -Infinity;
  for (let q = 0; q < weights.length; q++) {
    let distance = 0;
    for (let k = 0; k < dimensions; k++) {
      step[k] = nodes[q * dimensions + k];
      distance += step[k] * step[k];
    }
    solveUpper(factor, dimensions, step);
    for (let k = 0; k < dimensions; k++) point[k] = mode[k] + step[k];
    points.set(point, q * point.length);
    const logLikelihood = family.evaluate(row, point, slopes, q * capacity);
    squares[q] = slopes.squares;
    weights[q] = logLikelihood + 0.5 * (distance - distanceFrom(population, point));
    if (weights[q] > highest) highest = weights[q];
  }
  let total = 0;
  for (let q = 0; q < weights.length; q++) {
    total += weights[q] = rule.weights[q] * Math.exp(weights[q] - highest);
  }
  for (let q = 0; q < weights.length; q++) weights[q] /= total;
  work.logEvidence = highest + Math.log(total);
}

/** Squared distance of a point from the mean of the population, in units of its covariance. */
function distanceFrom({ mean, precision }: Population, point: Float64Array): number {
  let distance = 0;
  for (let k = 0, at = 0; k < mean.length; k++) {
    let sum = 0;
    for (let l = 0; l < mean.length; l++, at++) sum += precision[at] * (point[l] - mean[l]);
    distance += sum * (point[k] - mean[k]);
  }
  return distance;
}

/** Mean and covariance of the coordinates over the weighed nodes. */
function summarise({ weights, points, mean, covariance }: ItemWorkspace): void {
  const dimensions = mean.length;
  const width = points.length / weights.length;
  mean.fill(0);
  covariance.fill(0);
  for (let q = 0; q < weights.length; q++) {
    for (let k = 0; k < dimensions; k++) mean[k] += weights[q] * points[q * width + k];
  }
  for (let q = 0; q < weights.length; q++) {
    const from = q * width;
    for (let k = 0, at = 0; k < dimensions; k++) {
      const weighed = weights[q] * (points[from + k] - mean[k]);
      for (let l = 0; l < dimensions; l++, at++) covariance[at] += weighed * (points[from + l] - mean[l]);
    }
  }
}
