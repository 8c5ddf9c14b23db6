import { dot } from '@goldpan/stats';
import { expectation, type Place } from './expectation.js';
import type { ItemWorkspace } from './item-workspace.js';
import { outerCovariance } from './outer-covariance.js';
import { fillOuterScores, outerParameters, outerScores, type OuterScores } from './outer-scores.js';
import type { PopulationPrior } from './population-prior.js';
import { timesVector } from './symmetric-matrix.js';

/** Estimates in standardised ability, with their uncertainty. */
export interface Accuracy {
  /** Variance of each ability. */
  readonly abilities: Float64Array;
  /** Posterior mean of the coordinates of each item, N×dimensions. */
  readonly means: Float64Array;
  /**
   * Covariance of each item's log slope (first), intercept and further coordinates, N×width². The log slope is there too
   * where it is shared.
   */
  readonly covariances: Float64Array;
  readonly width: number;
  readonly logEvidence: number;
}

/**
 * The uncertainty of what is reported: abilities that have been standardised, and items relative to them. An item is
 * uncertain by its own posterior, and because abilities and population are: `V + D K Dᵀ`, K the covariance of those, D how
 * the item follows them. O(N · S² · (nodes + width)) time, O(N · width² + S²) memory.
 */
export function accuracy(work: ItemWorkspace, place: Place & { readonly prior: PopulationPrior }): Accuracy {
  const { responses, parameters, prior } = place;
  const { abilities } = parameters;
  const outer = outerParameters(work, prior, responses.systems);
  const { matrix, logEvidence } = outerCovariance(work, outer, place);
  const dimensions = parameters.mean.length;
  const lead = work.family.coordinates[0] === 'log-slope' ? 0 : 1;
  const width = dimensions + lead;
  const means = new Float64Array(responses.items * dimensions);
  const covariances = new Float64Array(responses.items * width * width);
  const scores = outerScores(outer, work.weights.length);
  const follows = Array.from({ length: width }, () => new Float64Array(outer.count));
  const uncertain = new Float64Array(outer.count);
  expectation(work, place, (item) => {
    means.set(work.mean, item * dimensions);
    fillOuterScores(work, parameters, scores);
    const slope = Math.exp(lead === 0 ? work.mean[0] : parameters.shared[0]);
    follow(work, { scores, abilities, slope, lead }, follows);
    for (let k = 0; k < width; k++) {
      timesVector(matrix, follows[k], uncertain);
      for (let l = 0; l < width; l++) {
        const own = k < lead || l < lead ? 0 : work.covariance[(k - lead) * dimensions + l - lead];
        covariances[(item * width + k) * width + l] = own + dot(follows[l], uncertain);
      }
    }
  });
  return {
    abilities: standardisedVariances(matrix, abilities, outer.count),
    means,
    covariances,
    width,
    logEvidence,
  };
}

interface Following {
  readonly scores: OuterScores;
  readonly abilities: Float64Array;
  readonly slope: number;
  readonly lead: number;
}

/**
 * The derivatives of the item's reported coordinates by the outer parameters: the posterior covariance of a coordinate with
 * the score. Standardising adds its share: when the abilities spread or move together, slopes and intercepts of all items
 * change so that no prediction does.
 */
function follow(
  work: ItemWorkspace,
  { scores, abilities, slope, lead }: Following,
  out: Float64Array[],
): void {
  const { weights, points, mean } = work;
  const { columns, values, count } = scores;
  const width = points.length / weights.length;
  const systems = abilities.length;
  out.forEach((derivatives, k) => {
    derivatives.fill(0);
    for (let s = 0; s < systems; s++)
      derivatives[s] = k === 0 ? abilities[s] / systems : k === 1 ? slope / systems : 0;
    if (k < lead) return;
    for (let q = 0; q < weights.length; q++) {
      const weighed = weights[q] * (points[q * width + k - lead] - mean[k - lead]);
      for (let c = 0, at = q * columns.length; c < count; c++)
        derivatives[columns[c]] += weighed * values[at + c];
    }
  });
}

/** Variances of the abilities once their mean is made 0 and their mean square 1. */
function standardisedVariances(matrix: Float64Array, abilities: Float64Array, count: number): Float64Array {
  const systems = abilities.length;
  const direction = new Float64Array(count);
  const image = new Float64Array(count);
  return abilities.map((ability, s) => {
    for (let t = 0; t < systems; t++)
      direction[t] = (s === t ? 1 : 0) - (1 + ability * abilities[t]) / systems;
    timesVector(matrix, direction, image);
    return dot(direction, image);
  });
}
