import type { Family } from '../families/family.js';
import type { Accuracy } from './accuracy.js';
import type { Responses } from './expectation.js';
import type { FixedPoint } from './fixed-point.js';
import type { Parameters } from './parameters.js';
import type { PopulationPrior } from './population-prior.js';

/** What is to be estimated, and from where the search starts. */
export interface Problem {
  readonly family: Family;
  readonly responses: Responses;
  readonly prior: PopulationPrior;
  readonly start: Parameters;
  /** Where the search for the mode of each item starts, N×dimensions. */
  readonly modes: Float64Array;
  readonly tolerance: number;
  readonly mostPasses: number;
}

/** Abilities and population, items, their uncertainty, and how the search ended. */
export interface Estimate extends Accuracy, Pick<FixedPoint, 'converged' | 'passes' | 'change'> {
  readonly parameters: Parameters;
}
