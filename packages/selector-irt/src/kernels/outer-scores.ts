import { cholesky, solveLower } from '@goldpan/stats';
import type { Expectation } from './expectation.js';
import type { ItemWorkspace } from './item-workspace.js';
import type { Parameters } from './parameters.js';
import type { PopulationPrior } from './population-prior.js';

/**
 * Everything that is estimated while the items are integrated out: the abilities, then the population in coordinates in which
 * it is standard normal. With ξ = μ + L z, these are shifts of μ by L m, changes of L to L (I + T) with T lower triangular,
 * and the logarithm of the noise.
 */
export interface OuterParameters {
  readonly systems: number;
  /** Shifts m: which coordinates. */
  readonly shifts: readonly number[];
  /** Stretches T: which entries. */
  readonly stretches: readonly (readonly [number, number])[];
  readonly noise: boolean;
  readonly count: number;
}

/** Coordinates whose distribution is fixed have neither shift nor stretch. */
export function outerParameters(
  work: ItemWorkspace,
  prior: PopulationPrior,
  systems: number,
): OuterParameters {
  const shifts = Array.from(prior.fixed.keys()).filter((k) => !prior.fixed[k]);
  const stretches = shifts.flatMap((k) => shifts.filter((l) => l <= k).map((l) => [k, l] as const));
  const noise = work.family.shared.includes('log-noise');
  return {
    systems,
    shifts,
    stretches,
    noise,
    count: systems + shifts.length + stretches.length + (noise ? 1 : 0),
  };
}

/**
 * What is known about the outer parameters beside the scores of single items, when all items are known: the expected
 * information of the population and noise, and the prior.
 */
export function completeInformation(
  outer: OuterParameters,
  prior: PopulationPrior,
  seen: Pick<Expectation, 'information' | 'items' | 'cells'>,
): Float64Array {
  const { shifts, stretches, noise } = outer;
  return Float64Array.of(
    ...seen.information.map((value) => 1 + value),
    ...shifts.map(() => seen.items + prior.meanItems),
    ...stretches.map(([k, l]) => (k === l ? 2 : 1) * (seen.items + prior.spreadItems)),
    ...(noise ? [2 * seen.cells] : []),
  );
}

/** The derivatives of an item's complete log-likelihood by the outer parameters, at each node, less their posterior mean. */
export interface OuterScores {
  readonly outer: OuterParameters;
  /** Which outer parameter each column is: those of the systems with a score, then the population's. */
  readonly columns: Uint32Array;
  /** How many columns are in use. */
  count: number;
  /** Node × column, row-major with `columns.length` columns. */
  readonly values: Float64Array;
}

/** Memory for `fillOuterScores`. */
export function outerScores(outer: OuterParameters, nodes: number): OuterScores {
  return {
    outer,
    columns: new Uint32Array(outer.count),
    count: 0,
    values: new Float64Array(nodes * outer.count),
  };
}

/** Fills the scores of the item in the workspace. O(nodes · (S + dimensions²)). */
export function fillOuterScores(work: ItemWorkspace, parameters: Parameters, scores: OuterScores): void {
  const { slopes, squares, weights, points, capacity, systems } = work;
  const { row, step } = work.search;
  const { outer, columns, values } = scores;
  const width = points.length / weights.length;
  const factor = parameters.covariance.slice();
  cholesky(factor, step.length);
  scores.count = row.count + outer.count - outer.systems;
  for (let c = 0; c < scores.count; c++)
    columns[c] = c < row.count ? systems[c] : outer.systems + c - row.count;
  for (let q = 0; q < weights.length; q++) {
    let at = q * columns.length;
    for (let j = 0; j < row.count; j++) values[at++] = slopes.gradient[q * capacity + j];
    for (let k = 0; k < step.length; k++) step[k] = points[q * width + k] - parameters.mean[k];
    solveLower(factor, step.length, step);
    for (const k of outer.shifts) values[at++] = step[k];
    for (const [k, l] of outer.stretches) values[at++] = step[k] * step[l];
    if (outer.noise) values[at] = squares[q];
  }
  for (let c = 0; c < scores.count; c++) {
    let mean = 0;
    for (let q = 0; q < weights.length; q++) mean += weights[q] * values[q * columns.length + c];
    for (let q = 0; q < weights.length; q++) values[q * columns.length + c] -= mean;
  }
}
