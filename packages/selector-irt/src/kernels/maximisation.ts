import type { Family } from '../families/family.js';
import type { Expectation } from './expectation.js';
import type { Parameters } from './parameters.js';
import type { PopulationPrior } from './population-prior.js';

/** What is assumed of the items. */
export interface Assumed {
  readonly family: Family;
  readonly prior: PopulationPrior;
}

/**
 * The parameters that a pass over the items suggests: one scoring step for each ability, the moments of the items for
 * their population, the mean squared residual for the noise. The abilities are then standardised: their mean is 0, and
 * their mean square with their own variance added is 1; slopes change so that no prediction does.
 */
export function maximise(assumed: Assumed, parameters: Parameters, seen: Expectation): Parameters {
  const { abilities, spread } = moveAbilities(parameters.abilities, seen);
  const { mean, covariance } = movePopulation(assumed.prior, parameters.mean, seen);
  const shared = moveShared(assumed, parameters.shared, seen);
  rescale(assumed.family, { mean, shared }, Math.log(spread));
  return { abilities, mean, covariance, shared };
}

/** Makes the unit of ability larger, by the exponential of `logSpread`: slopes, and noise in units of slopes, follow. */
export function rescale(
  family: Family,
  { mean, shared }: Pick<Parameters, 'mean' | 'shared'>,
  logSpread: number,
): void {
  const slope = family.coordinates.indexOf('log-slope');
  if (slope >= 0) mean[slope] += logSpread;
  else shared[family.shared.indexOf('log-slope')] += logSpread;
  if (family.noiseFollowsSlope) shared[family.shared.indexOf('log-noise')] += logSpread;
}

/** One scoring step each, under the constraint that the mean is 0, and the spread by which they are then divided. */
function moveAbilities(abilities: Float64Array, { gradient, information }: Expectation) {
  const systems = abilities.length;
  // Each ability has a standard normal prior: a pull of −θ and an information of 1.
  const variance = information.map((value) => 1 / (value + 1));
  const free = abilities.map((ability, s) => ability + variance[s] * (gradient[s] - ability));
  let excess = 0;
  let room = 0;
  for (let s = 0; s < systems; s++) {
    excess += free[s];
    room += variance[s];
  }
  let square = 0;
  for (let s = 0; s < systems; s++) {
    free[s] -= (excess / room) * variance[s];
    square += free[s] ** 2 + variance[s];
  }
  const spread = Math.sqrt(square / systems);
  return { abilities: free.map((ability) => ability / spread), spread };
}

/** Sums over items that the population follows from. */
export type ItemMoments = Pick<Expectation, 'sum' | 'products' | 'items'>;

/** Posterior mode of mean and covariance, the prior counting as a few items. */
export function movePopulation(prior: PopulationPrior, centre: Float64Array, seen: ItemMoments) {
  const { items } = seen;
  const dimensions = centre.length;
  const mean = centre.map((_, k) =>
    prior.fixed[k]
      ? prior.mean[k]
      : (prior.meanItems * prior.mean[k] + seen.sum[k]) / (prior.meanItems + items),
  );
  const covariance = new Float64Array(dimensions * dimensions);
  for (let k = 0; k < dimensions; k++) {
    for (let l = 0; l < dimensions; l++) {
      const at = k * dimensions + l;
      // The products are around the old mean: move them to the new one.
      const shift = (j: number) => mean[j] - centre[j];
      const offset = (j: number) => seen.sum[j] - items * centre[j];
      let product =
        seen.products[at] - shift(k) * offset(l) - shift(l) * offset(k) + items * shift(k) * shift(l);
      product += prior.meanItems * (mean[k] - prior.mean[k]) * (mean[l] - prior.mean[l]);
      if (k === l) product += prior.spreadItems * prior.deviation[k] ** 2;
      if (prior.fixed[k] || prior.fixed[l]) covariance[at] = k === l ? prior.deviation[k] ** 2 : 0;
      else covariance[at] = product / (items + prior.spreadItems);
    }
  }
  shrink(covariance, prior.largest);
  return { mean, covariance };
}

/** Scales the coordinates whose standard deviation is too large, leaving correlations as they are. */
function shrink(covariance: Float64Array, largest: Float64Array): void {
  const order = largest.length;
  const factors = largest.map((most, k) => Math.min(1, most / Math.sqrt(covariance[k * order + k])));
  for (let at = 0; at < covariance.length; at++)
    covariance[at] *= factors[Math.floor(at / order)] * factors[at % order];
}

/** The shared coordinates, the noise moved to the mean squared residual; the prior counts as one score. */
export function moveShared(
  { family, prior }: Assumed,
  shared: Float64Array,
  seen: Pick<Expectation, 'squares' | 'cells'>,
): Float64Array {
  const moved = shared.slice();
  const noise = family.shared.indexOf('log-noise');
  if (noise >= 0) {
    const square = (seen.squares + (prior.noise / Math.exp(shared[noise])) ** 2) / (seen.cells + 1);
    moved[noise] += 0.5 * Math.log(square);
  }
  return moved;
}
