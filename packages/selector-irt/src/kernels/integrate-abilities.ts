import type { Family } from '../families/family.js';
import { abilityGrid, fillGridRow, gridRow, type AbilityGrid } from './ability-grid.js';
import { gridAccuracy } from './grid-accuracy.js';
import { invertSymmetric } from './cholesky.js';
import type { Estimate, Problem } from './estimate.js';
import type { Responses } from './expectation.js';
import { findMode, modeSearch, type ModeSearch } from './find-mode.js';
import { fixedPoint } from './fixed-point.js';
import { movePopulation, moveShared, rescale } from './maximisation.js';
import { packParameters, pointsOf, populationOf, unpackParameters, type Parameters } from './parameters.js';

/**
 * Marginal maximum a posteriori estimation with the abilities integrated out, as is usual in psychometrics: abilities are
 * random, standard normal; items and their population are estimated. Right where systems are many and items are few.
 *
 * O(N · S · nodes · dimensions²) time a pass. Bock and Aitkin, Psychometrika 46 (1981).
 */
export function integrateAbilities(problem: Problem): Estimate {
  const { family, responses, prior, start } = problem;
  const { items, systems } = responses;
  const dimensions = family.coordinates.length;
  const search = modeSearch(family, gridRow(systems).abilities.length);
  let grid: Pick<AbilityGrid, 'means' | 'deviations'> = {
    means: start.abilities,
    deviations: new Float64Array(systems).fill(0.5),
  };
  const climb = (at: Float64Array) => {
    const modes = at.slice(0, items * dimensions);
    const parameters = unpackParameters(at.subarray(items * dimensions), family);
    const seen = abilityGrid(family, responses, pointsOf(modes, parameters), grid);
    const moments = climbItems(search, responses, { parameters, seen }, modes);
    const population = movePopulation(prior, parameters.mean, moments, items);
    const shared = moveShared(family, prior, parameters.shared, moments);
    const moved = { ...population, shared, abilities: new Float64Array(0) };
    grid = standardise(family, seen, moved, modes);
    return join(modes, packParameters(moved));
  };
  const first = packParameters({ ...start, abilities: new Float64Array(0) });
  const { at, converged, passes, change } = fixedPoint(climb, join(problem.modes, first), problem);
  const means = at.slice(0, items * dimensions);
  const parameters = unpackParameters(at.subarray(items * dimensions), family);
  const seen = abilityGrid(family, responses, pointsOf(means, parameters), grid);
  const uncertain = gridAccuracy({ family, responses, parameters, means, grid: seen });
  // The prior of the items may leave the abilities a little off the standard.
  const { means: abilities } = standardise(family, seen, parameters, means);
  return { parameters: { ...parameters, abilities }, means, converged, passes, change, ...uncertain };
}

/** Moves every item to the mode of its posterior, and sums up what the population follows from. */
function climbItems(
  search: ModeSearch,
  responses: Responses,
  { parameters, seen }: { readonly parameters: Parameters; readonly seen: AbilityGrid },
  modes: Float64Array,
) {
  const { family, row, point } = search;
  const dimensions = parameters.mean.length;
  const population = populationOf(parameters);
  const slopes = {
    gradient: new Float64Array(row.scores.length),
    information: new Float64Array(row.scores.length),
    squares: 0,
  };
  const sum = new Float64Array(dimensions);
  const products = new Float64Array(dimensions * dimensions);
  let squares = 0;
  let cells = 0;
  for (let item = 0; item < responses.items; item++) {
    fillGridRow(row, responses, seen, item);
    point.set(modes.subarray(item * dimensions, (item + 1) * dimensions));
    point.set(parameters.shared, dimensions);
    findMode(search, population);
    modes.set(point.subarray(0, dimensions), item * dimensions);
    family.evaluate(row, point, slopes, 0);
    squares += slopes.squares;
    cells += row.count / seen.count;
    const covariance = inverseOfFactor(search.slopes.information, dimensions);
    for (let k = 0, at = 0; k < dimensions; k++) {
      sum[k] += point[k];
      for (let l = 0; l < dimensions; l++, at++) {
        products[at] += covariance[at] + (point[k] - parameters.mean[k]) * (point[l] - parameters.mean[l]);
      }
    }
  }
  return { sum, products, squares, cells };
}

/** The inverse of A from its lower Cholesky factor. */
function inverseOfFactor(factor: Float64Array, order: number): Float64Array {
  const matrix = new Float64Array(order * order);
  for (let k = 0; k < order; k++) {
    for (let l = 0; l < order; l++) {
      for (let m = 0; m <= Math.min(k, l); m++)
        matrix[k * order + l] += factor[k * order + m] * factor[l * order + m];
    }
  }
  return invertSymmetric(matrix, order);
}

/** Makes the abilities' mean 0 and mean square 1, changing items so that no prediction does. */
function standardise(family: Family, seen: AbilityGrid, moved: Parameters, modes: Float64Array) {
  const { means, deviations } = seen;
  const systems = means.length;
  const mean = means.reduce((total, value) => total + value, 0) / systems;
  const square =
    means.reduce((total, value, s) => total + (value - mean) ** 2 + deviations[s] ** 2, 0) / systems;
  const spread = Math.sqrt(square);
  const dimensions = moved.mean.length;
  const slope = family.coordinates.indexOf('log-slope');
  const intercept = family.coordinates.indexOf('intercept');
  const slopeOf = (values: Float64Array, from: number) =>
    Math.exp(slope < 0 ? moved.shared[family.shared.indexOf('log-slope')] : values[from + slope]);
  moved.mean[intercept] += mean * slopeOf(moved.mean, 0);
  for (let from = 0; from < modes.length; from += dimensions) {
    modes[from + intercept] += mean * slopeOf(modes, from);
    if (slope >= 0) modes[from + slope] += Math.log(spread);
  }
  rescale(family, moved, Math.log(spread));
  return {
    means: means.map((value) => (value - mean) / spread),
    deviations: deviations.map((value) => value / spread),
  };
}

function join(a: Float64Array, b: Float64Array): Float64Array {
  const joined = new Float64Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
