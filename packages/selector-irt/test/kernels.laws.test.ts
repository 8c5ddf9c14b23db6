import { stream } from '@goldpan/core';
import { cholesky, invertPositiveDefinite } from '@goldpan/stats';
import { expectClose } from '@goldpan/testing';
import fc from 'fast-check';
import { inverse, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { twoParameter, oneParameter } from '../src/families/two-parameter.js';
import { abilityGrid, type AbilityGrid } from '../src/kernels/ability-grid.js';
import { expectation } from '../src/kernels/expectation.js';
import { fixedPoint } from '../src/kernels/fixed-point.js';
import { integrateItems } from '../src/kernels/integrate-items.js';
import { itemWorkspace } from '../src/kernels/item-workspace.js';
import { fifthDegreeRule, productRule, ruleFor } from '../src/kernels/normal-rule.js';
import { outerCovariance } from '../src/kernels/outer-covariance.js';
import { outerParameters } from '../src/kernels/outer-scores.js';
import { packParameters, pointsOf, unpackParameters, type Parameters } from '../src/kernels/parameters.js';
import { populationPrior } from '../src/kernels/population-prior.js';
import { startOf } from '../src/kernels/start.js';
import { drawTwoParameter } from './support.js';

const exactly = { absolute: 1e-10 };

describe('normal rules', () => {
  const rules = [
    ['7 points', productRule([7]), 13],
    ['5 × 3 points', productRule([5, 3]), 5],
    ['fifth degree in 3 dimensions', fifthDegreeRule(3), 5],
    ['fifth degree in 4 dimensions', fifthDegreeRule(4), 5],
    ['fifth degree in 6 dimensions', fifthDegreeRule(6), 5],
  ] as const;
  const moment = (power: number) => (power % 2 ? 0 : [1, 1, 3, 15, 105, 945, 10395][power / 2]);

  test.each(rules)(
    '%s: exact for every monomial up to its degree',
    (_, { dimensions, nodes, weights }, degree) => {
      const powers = Array.from({ length: degree + 1 }, (_, power) => power);
      for (const a of powers) {
        for (const b of dimensions > 1 ? powers : [0]) {
          if (a + b > degree) continue;
          const last = dimensions - 1;
          const term = (q: number) =>
            nodes[q * dimensions] ** a * (last > 0 ? nodes[q * dimensions + last] ** b : 1);
          const sum = weights.reduce((total, weight, q) => total + weight * term(q), 0);
          expectClose(sum, moment(a) * moment(b), { absolute: 1e-9 * (1 + moment(a) * moment(b)) });
        }
      }
    },
  );

  test('items with many coordinates get a rule whose size grows with the square only', () => {
    expect(ruleFor(2).weights).toHaveLength(25);
    expect(ruleFor(7).weights).toHaveLength(2 * 49 + 1);
  });
});

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 1e6 }))
  .map(([order, seed]) => {
    const rng = stream(seed, 'irt/matrix');
    const root = Matrix.zeros(order, order).apply(function (this: Matrix, i, j) {
      this.set(i, j, rng.next() - 0.5);
    });
    return { order, matrix: root.mmul(root.transpose()).add(Matrix.eye(order).mul(0.1)) };
  });

test('the small inverse and determinant are those of ml-matrix', () => {
  fc.assert(
    fc.property(matrices, ({ order, matrix }) => {
      const values = Float64Array.from(matrix.to1DArray());
      expectClose(invertPositiveDefinite(values, order), inverse(matrix).to1DArray(), { absolute: 1e-8 });
      const logDeterminant = cholesky(values.slice(), order);
      const factor = values.slice();
      cholesky(factor, order);
      const diagonal = Array.from({ length: order }, (_, k) => 2 * Math.log(factor[k * order + k]));
      expectClose(
        logDeterminant,
        diagonal.reduce((sum, value) => sum + value, 0),
        exactly,
      );
    }),
  );
  expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNaN();
});

test('packing parameters loses nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 6 }),
      (abilities) => {
        const parameters: Parameters = {
          abilities: Float64Array.from(abilities),
          mean: Float64Array.of(0.3, -1),
          covariance: Float64Array.of(0.5, 0.2, 0.2, 2),
          shared: new Float64Array(0),
        };
        const back = unpackParameters(packParameters(parameters), twoParameter);
        expect(back.abilities).toEqual(parameters.abilities);
        expectClose(back.covariance, parameters.covariance, exactly);
      },
    ),
  );
});

describe('the fixed point of a map', () => {
  const contraction = (at: Float64Array) =>
    at.map((value, i) => 0.01 + (0.99 - 0.3 * i) * value + 0.005 * at[0]);

  test('is found where plain steps need hundreds', () => {
    const { at, converged, passes } = fixedPoint(contraction, new Float64Array(3), {
      tolerance: 1e-10,
      mostPasses: 60,
    });
    expect(converged).toBe(true);
    expect(passes).toBeLessThan(40);
    expectClose(contraction(at), at, { absolute: 1e-8 });
  });

  test('is not claimed where there is none', () => {
    const shift = (at: Float64Array) => at.map((value) => value + 1);
    const { converged, change } = fixedPoint(shift, Float64Array.of(0), { tolerance: 1e-9, mostPasses: 30 });
    expect(converged).toBe(false);
    expect(change).toBe(1);
  });
});

/** Means over a fine grid of the plane, of slope and intercept of an item: slow and plain. */
function onAGrid(abilities: readonly number[], scores: readonly number[], { mean, covariance }: Parameters) {
  const precision = invertPositiveDefinite(covariance, 2);
  let total = 0;
  const sums = [0, 0, 0, 0];
  for (let alpha = -3.5; alpha <= 3.5; alpha += 0.05) {
    for (let intercept = -9; intercept <= 9; intercept += 0.05) {
      const [x, y] = [alpha - mean[0], intercept - mean[1]];
      let log = -0.5 * (precision[0] * x * x + 2 * precision[1] * x * y + precision[3] * y * y);
      abilities.forEach((ability, j) => {
        const eta = Math.exp(alpha) * ability + intercept;
        log -= Math.log1p(Math.exp(scores[j] === 1 ? -eta : eta));
      });
      const weight = Math.exp(log);
      total += weight;
      [alpha, intercept, alpha * alpha, intercept * intercept].forEach(
        (value, k) => (sums[k] += weight * value),
      );
    }
  }
  const [a, d, aa, dd] = sums.map((sum) => sum / total);
  const norm = (0.05 * 0.05 * Math.sqrt(precision[0] * precision[3] - precision[1] ** 2)) / (2 * Math.PI);
  return {
    mean: [a, d],
    deviations: [Math.sqrt(aa - a * a), Math.sqrt(dd - d * d)],
    logEvidence: Math.log(total * norm),
  };
}

test('the posterior of an item is that of a fine grid', () => {
  const abilities = [-1.6, -0.7, 0.1, 0.4, 1.3, 1.9];
  const population = { mean: Float64Array.of(0.1, -0.3), covariance: Float64Array.of(0.2, 0.1, 0.1, 1.5) };
  const parameters = { ...population, abilities: Float64Array.from(abilities), shared: new Float64Array(0) };
  for (const scores of [
    [0, 0, 0, 0, 0, 0],
    [1, 1, 1, 1, 1, 1],
    [0, 0, 0, 1, 1, 1],
    [1, 1, 0, 1, 0, 0],
  ]) {
    const work = itemWorkspace(twoParameter, ruleFor(2), 6);
    const responses = { items: 1, systems: 6, values: Float64Array.from(scores) };
    const seen = expectation(work, { responses, parameters, modes: new Float64Array(2) });
    const grid = onAGrid(abilities, scores, parameters);
    expectClose(seen.logEvidence, grid.logEvidence, { absolute: 0.01 });
    expectClose(work.mean, grid.mean, { absolute: 0.02 });
    expectClose(Math.sqrt(work.covariance[0]), grid.deviations[0], { absolute: 0.02 });
    expectClose(Math.sqrt(work.covariance[3]), grid.deviations[1], { absolute: 0.05 });
  }
});

test('the posterior of an ability is that of a fine grid', () => {
  const items = 9;
  const { rows } = drawTwoParameter(items, 4, 3);
  const values = Float64Array.from(rows.flat());
  const intercepts = Float64Array.from({ length: items }, (_, i) => (i - 4) / 3);
  const points = pointsOf(intercepts, { mean: Float64Array.of(0), shared: Float64Array.of(0.2) });
  let around: Pick<AbilityGrid, 'means' | 'deviations'> = {
    means: new Float64Array(4),
    deviations: new Float64Array(4).fill(1),
  };
  for (let pass = 0; pass < 6; pass++) {
    around = abilityGrid({ family: oneParameter, responses: { items, systems: 4, values }, points }, around);
  }
  for (let s = 0; s < 4; s++) {
    let [total, first, second] = [0, 0, 0];
    for (let ability = -6; ability <= 6; ability += 0.01) {
      let log = -0.5 * ability * ability;
      rows.forEach((row, i) => {
        const eta = Math.exp(0.2) * ability + intercepts[i];
        log -= Math.log1p(Math.exp(row[s] === 1 ? -eta : eta));
      });
      total += Math.exp(log);
      first += ability * Math.exp(log);
      second += ability * ability * Math.exp(log);
    }
    expectClose(around.means[s], first / total, { absolute: 1e-4 });
    expectClose(around.deviations[s], Math.sqrt(second / total - (first / total) ** 2), { absolute: 1e-3 });
  }
});

test('the information about abilities is the change of their gradient, items integrated out', () => {
  const [items, systems] = [150, 7];
  const { rows } = drawTwoParameter(items, systems, 11);
  const responses = { items, systems, values: Float64Array.from(rows.flat()) };
  const prior = populationPrior(twoParameter);
  const { parameters: start, modes } = startOf(twoParameter, prior, responses, 1);
  const problem = { family: twoParameter, responses, prior, start, modes, tolerance: 1e-7, mostPasses: 200 };
  const { parameters, means } = integrateItems(problem);
  const work = itemWorkspace(twoParameter, ruleFor(2), systems);
  // The abilities alone, as if the population were known.
  const known = { ...prior, fixed: new Uint8Array(2).fill(1) };
  const outer = outerParameters(work, known, systems);
  const { matrix } = outerCovariance(work, outer, {
    responses,
    parameters,
    modes: means.slice(),
    prior: known,
  });
  const gradient = (abilities: Float64Array) =>
    expectation(work, { responses, parameters: { ...parameters, abilities }, modes: means.slice() }).gradient;
  const information = Matrix.eye(systems);
  for (let t = 0; t < systems; t++) {
    const moved = (by: number) =>
      parameters.abilities.map((ability, s) => (s === t ? ability + by : ability));
    const [up, down] = [gradient(moved(1e-4)), gradient(moved(-1e-4))];
    for (let s = 0; s < systems; s++) information.set(s, t, information.get(s, t) - (up[s] - down[s]) / 2e-4);
  }
  expectClose(matrix, inverse(information).to1DArray(), { absolute: 5e-4 });
});
