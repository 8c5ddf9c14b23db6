import type { Family } from '../families/family.js';
import type { Responses } from './expectation.js';
import type { Parameters } from './parameters.js';
import type { PopulationPrior } from './population-prior.js';

/**
 * Where the search starts: abilities are the systems' mean scores relative to the items they have, standardised; intercepts
 * the logit of the items' mean scores; the rest as the prior has it.
 *
 * @param top - the highest coded score: 1, or the number of levels − 1
 */
export function startOf(family: Family, prior: PopulationPrior, responses: Responses, top: number) {
  const items = itemShares(responses, top);
  const dimensions = family.coordinates.length;
  const modes = new Float64Array(responses.items * dimensions);
  const intercept = family.coordinates.indexOf('intercept');
  for (let item = 0; item < responses.items; item++) {
    modes.set(prior.mean, item * dimensions);
    modes[item * dimensions + intercept] = Math.log(items[item] / (1 - items[item]));
  }
  const covariance = new Float64Array(dimensions * dimensions);
  prior.deviation.forEach((deviation, k) => (covariance[k * dimensions + k] = deviation ** 2));
  const parameters: Parameters = {
    abilities: startingAbilities(responses, items, top),
    mean: prior.mean.slice(),
    covariance,
    shared: Float64Array.from(family.shared, (coordinate) =>
      coordinate === 'log-noise' ? Math.log(0.1) : 0,
    ),
  };
  return { parameters, modes };
}

/** The mean of each item as a share of the highest score, with one score of a half added so that it is not 0 or 1. */
function itemShares({ items, systems, values }: Responses, top: number): Float64Array {
  const shares = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    let sum = 0.5;
    let count = 1;
    for (let at = item * systems; at < (item + 1) * systems; at++) {
      if (Number.isNaN(values[at])) continue;
      sum += values[at] / top;
      count++;
    }
    shares[item] = sum / count;
  }
  return shares;
}

function startingAbilities(
  { items, systems, values }: Responses,
  shares: Float64Array,
  top: number,
): Float64Array {
  const abilities = new Float64Array(systems);
  const counts = new Float64Array(systems);
  for (let at = 0; at < items * systems; at++) {
    if (Number.isNaN(values[at])) continue;
    abilities[at % systems] += values[at] / top - shares[Math.floor(at / systems)];
    counts[at % systems]++;
  }
  for (let s = 0; s < systems; s++) abilities[s] /= Math.max(counts[s], 1);
  const mean = abilities.reduce((sum, value) => sum + value, 0) / systems;
  const square = abilities.reduce((sum, value) => sum + (value - mean) ** 2, 0) / systems;
  return abilities.map((value) => (square > 0 ? (value - mean) / Math.sqrt(square) : 0));
}
