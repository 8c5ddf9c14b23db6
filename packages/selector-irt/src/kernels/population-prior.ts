import type { Coordinate, Family } from '../families/family.js';

/** What is assumed about the population of items before any is seen. It counts as a few items. */
export interface PopulationPrior {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** The largest standard deviation that may be estimated. */
  readonly largest: Float64Array;
  /** As how many items the mean counts. */
  readonly meanItems: number;
  /** As how many items the deviations count. */
  readonly spreadItems: number;
  /** Coordinates whose distribution is not estimated: 1 = fixed at the prior. */
  readonly fixed: Uint8Array;
  /** Standard deviation of the noise, which counts as one score. */
  readonly noise: number;
}

const USUAL: Readonly<Record<Coordinate, readonly [mean: number, deviation: number]>> = {
  'log-slope': [0, 0.5],
  intercept: [0, 1.5],
  'logit-guessing': [-3, 1],
  'logit-span': [3, 1],
  'log-gap': [0, 0.5],
  'log-noise': [0, 1],
};

/** The prior for the items of a family. */
export function populationPrior({ coordinates }: Family): PopulationPrior {
  return {
    mean: Float64Array.from(coordinates, (coordinate) => USUAL[coordinate][0]),
    deviation: Float64Array.from(coordinates, (coordinate) => USUAL[coordinate][1]),
    largest: Float64Array.from(coordinates, (coordinate) => (coordinate === 'log-slope' ? 0.75 : Infinity)),
    fixed: Uint8Array.from(coordinates, (coordinate) => (coordinate.startsWith('logit') ? 1 : 0)),
    meanItems: 1,
    spreadItems: 5,
    noise: 0.05,
  };
}
