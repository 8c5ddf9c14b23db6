import { runEstimator, type Estimate, type JudgedData } from '@goldpan/core';
import { expectClose } from '@goldpan/testing';
import { inverse, Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { fitOf } from '../src/estimators/regression.js';
import { metricScores } from '../src/fit/predict.js';
import { shrinkToMetrics } from '../src/fit/shrink-to-metrics.js';
import { regression, shrunk } from '../src/index.js';
import { judgedOnly, ordinary, population, sample, type Shape } from './support.js';

const near = { absolute: 1e-9 };

function setting(shape: Shape, seed: number) {
  const { data } = population(shape, seed);
  const partial = judgedOnly(data, sample(shape.items, 26, seed + 1));
  const estimate = runEstimator(regression, partial);
  return { partial, estimate, fit: fitOf(partial, estimate) };
}

/** The plane and the share as matrices: f = D(DᵀD + 0.05·I)⁻¹Dᵀe for two directions, Deᵀ for one, v = tr(CVC)/(S − 1). */
function twin(data: JudgedData, estimate: Estimate, covariance: Float64Array, most = 1) {
  const fit = fitOf(data, estimate);
  const S = estimate.values.length;
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centre = Matrix.sub(Matrix.eye(S), Matrix.ones(S, S).div(S));
  const e = centre.mmul(Matrix.columnVector(Array.from(fit.values)));
  const { count, systemMeans } = fit.features;
  const wanted =
    count === 0
      ? []
      : [Array.from({ length: S }, (_, s) => systemMeans[s * count]), Array.from(metricScores(fit, S))];
  const units = wanted
    .filter((direction) => Math.hypot(...direction) > 1e-9)
    .slice(0, Math.max(0, S - 5))
    .map((direction) => direction.map((value) => value / Math.hypot(...direction)));
  const D = new Matrix(units).transpose();
  const ridge = units.length === 2 ? 0.05 : 0;
  const onPlane =
    units.length === 0
      ? Matrix.zeros(S, S)
      : D.mmul(inverse(D.transpose().mmul(D).add(Matrix.eye(units.length).mul(ridge)))).mmul(D.transpose());
  const plane = onPlane.mmul(e);
  const rest = Matrix.sub(e, plane).to1DArray();
  const V = new Matrix(Array.from({ length: S }, (_, s) => Array.from(covariance.slice(s * S, (s + 1) * S))));
  const v = centre.mmul(V).mmul(centre).trace() / (S - 1);
  const square = rest.reduce((sum, value) => sum + value ** 2, 0);
  const share = Math.min(most, ((S - 1 - units.length - 2) * v) / square);
  const level = mean(Array.from(fit.values));
  const map = Matrix.add(onPlane, Matrix.sub(centre, onPlane).mul(Math.sqrt(1 - share / 2)));
  const left = map.mmul(V).mmul(map.transpose()).to1DArray();
  const values = rest.map((r, s) => level + e.get(s, 0) - share * r);
  return { share, values, covariance: left, directions: units.length };
}

test.each([
  { ...ordinary, systems: 11, directions: 2 },
  { ...ordinary, systems: 7, directions: 2 },
  { ...ordinary, systems: 6, directions: 1 },
  { ...ordinary, systems: 9, metrics: 1, directions: 2 },
])('of $systems systems with $metrics metrics: the same as the matrices say', (shape) => {
  for (const seed of [2, 5, 9]) {
    const { partial, estimate, fit } = setting(shape, seed);
    // Some errors, an asymmetric and large covariance of them, so that the share is inside (0, 1) and above.
    for (const factor of [0.01, 0.3, 1, 40]) {
      const covariance = estimate.covariance.map((value) => factor * value);
      const expected = twin(partial, estimate, covariance);
      const found = shrinkToMetrics(fit, covariance, estimate);
      expectClose(found.share, expected.share, near);
      expectClose(found.values, expected.values, near);
      expectClose(found.covariance!, expected.covariance, near);
      expect(expected.directions).toBe(shape.directions);
    }
  }
});

test('without metrics estimates move to their mean, at most by 0.9, and keep their order', () => {
  const { data } = population({ ...ordinary, systems: 8 }, 4);
  const partial = { ...judgedOnly(data, sample(140, 30, 4)), metrics: [] };
  const estimate = runEstimator(regression, partial);
  const fit = fitOf(partial, estimate);
  for (const factor of [0.5, 1, 1000]) {
    const covariance = estimate.covariance.map((value) => factor * value);
    const expected = twin(partial, estimate, covariance, 0.9);
    const found = shrinkToMetrics(fit, covariance, estimate);
    expectClose(found.share, expected.share, near);
    expectClose(found.values, expected.values, near);
  }
  const moved = shrinkToMetrics(
    fit,
    estimate.covariance.map((value) => 1000 * value),
    estimate,
  );
  expect(moved.share).toBe(0.9);
  const orderOf = (values: Float64Array) => [...values.keys()].sort((a, b) => values[a] - values[b]);
  expect(orderOf(moved.values)).toEqual(orderOf(fit.values));
});

test('the means over the systems stay, and a share of 0 moves nothing', () => {
  const { estimate, fit } = setting({ ...ordinary, systems: 9 }, 12);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  expectClose(sum(shrinkToMetrics(fit, estimate.covariance, estimate).values), sum(fit.values), near);
  expectClose(shrinkToMetrics(fit, new Float64Array(81), estimate).values, fit.values, near);
  // A covariance that all systems share is no error of their differences.
  expectClose(shrinkToMetrics(fit, new Float64Array(81).fill(3), estimate).share, 0, near);
});

test('fewer than six systems stay where they are', () => {
  const { partial, estimate } = setting({ ...ordinary, systems: 5 }, 3);
  const found = runEstimator(shrunk, partial);
  expect(found.shrinkage).toBe(0);
  expectClose(found.shrunk, estimate.values, near);
});

test('the estimator hands on what was moved, beside estimates that were not', () => {
  const { partial, estimate, fit } = setting({ ...ordinary, systems: 9 }, 3);
  const found = runEstimator(shrunk, partial);
  const { values, share } = shrinkToMetrics(fit, estimate.covariance, estimate);
  expectClose(found.values, estimate.values, near);
  expectClose(found.shrunk, values, near);
  expect(found.shrinkage).toBe(share);
  expect(share).toBeGreaterThan(0);
});
