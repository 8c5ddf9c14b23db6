import { cholesky, solveLower, solveUpper } from '@goldpan/stats';
import type { Family, ItemSlopes, Row } from '../families/family.js';

/** The normal distribution of the items' own coordinates over the population of items, and the coordinates they share. */
export interface Population {
  readonly mean: Float64Array;
  /** Inverse covariance, row-major. */
  readonly precision: Float64Array;
  /** log |precision|. */
  readonly logDeterminant: number;
  /** The shared coordinates. */
  readonly shared: Float64Array;
}

/** Working memory for the search of one mode after another. */
export interface ModeSearch {
  readonly family: Family;
  /** The scores of the item. */
  readonly row: Row;
  /** Where the search starts and ends: the item's coordinates, then the shared ones. */
  readonly point: Float64Array;
  /** At the mode, once it is found: the information is then a Cholesky factor. */
  readonly slopes: ItemSlopes;
  readonly step: Float64Array;
}

/** Memory for items of a family, with rows of at most `capacity` scores. */
export function modeSearch(family: Family, capacity: number): ModeSearch {
  const floats = (length: number) => new Float64Array(length);
  const dimensions = family.coordinates.length;
  return {
    family,
    row: {
      count: 0,
      abilities: floats(capacity),
      scores: floats(capacity),
      weights: floats(capacity).fill(1),
    },
    point: floats(dimensions + family.shared.length),
    slopes: { gradient: floats(dimensions), information: floats(dimensions * dimensions) },
    step: floats(dimensions),
  };
}

const MOST_STEPS = 100;
/** The search stops after a full step that raises the log posterior by less than this. */
const NEGLIGIBLE = 1e-7;

/**
 * Moves `search.point` to the mode of the item's posterior: Fisher scoring, halving steps that go too far.
 *
 * @returns the log determinant of the information at the mode
 */
export function findMode(search: ModeSearch, population: Population): number {
  const { point, step } = search;
  const { gradient, information } = search.slopes;
  const dimensions = step.length;
  let height = -Infinity;
  for (let round = 0; ; round++) {
    const here = logPosterior(search, population);
    const logDeterminant = cholesky(information, dimensions);
    if (!(here >= height - 1e-10 * (1 + Math.abs(height))) && round < MOST_STEPS) {
      for (let k = 0; k < dimensions; k++) point[k] -= step[k] /= 2;
      continue;
    }
    height = here;
    step.set(gradient);
    solveLower(information, dimensions, step);
    solveUpper(information, dimensions, step);
    let gain = 0;
    for (let k = 0; k < dimensions; k++) gain += step[k] * gradient[k];
    for (let k = 0; k < dimensions; k++) point[k] += step[k];
    if (gain < NEGLIGIBLE || round >= MOST_STEPS) return logDeterminant;
  }
}

/** The log posterior of `search.point` up to a constant; its gradient and expected information go to the workspace. */
function logPosterior(search: ModeSearch, population: Population): number {
  return logPrior(search, population) + search.family.differentiate(search.row, search.point, search.slopes);
}

/** The prior's share, written over what the workspace held. */
function logPrior({ point, slopes }: ModeSearch, population: Population): number {
  const { mean, precision } = population;
  const { gradient, information } = slopes;
  let value = 0;
  for (let k = 0, at = 0; k < mean.length; k++) {
    gradient[k] = 0;
    for (let l = 0; l < mean.length; l++, at++) {
      information[at] = precision[at];
      gradient[k] -= precision[at] * (point[l] - mean[l]);
    }
    value += 0.5 * gradient[k] * (point[k] - mean[k]);
  }
  return value;
}
