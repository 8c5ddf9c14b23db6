import { integrateItem } from './integrate-item.js';
import type { ItemWorkspace } from './item-workspace.js';
import { populationOf, type Parameters } from './parameters.js';

/** Scores as the kernels take them: N×S row-major in the family's coding, NaN = missing. */
export interface Responses {
  readonly items: number;
  readonly systems: number;
  readonly values: Float64Array;
}

/** Where a pass is made. */
export interface Place {
  readonly responses: Responses;
  readonly parameters: Parameters;
  /** The mode of each item, N×dimensions: where its search starts, overwritten with what it finds. */
  readonly modes: Float64Array;
}

/** What one pass over all items gives: sums of posterior means, for the given parameters. */
export interface Expectation {
  /** Marginal log-likelihood: the items' coordinates are integrated out. */
  logEvidence: number;
  /** Derivative of the marginal log-likelihood by ability, one per system. */
  readonly gradient: Float64Array;
  /** Posterior mean of the information about ability, one per system. */
  readonly information: Float64Array;
  /** Sums over items of the mean of the coordinates, and of their products around `centre`. */
  readonly sum: Float64Array;
  readonly products: Float64Array;
  /** Squared residuals in units of the noise. */
  squares: number;
  /** The number of scores, and of items. */
  cells: number;
  readonly items: number;
}

/**
 * One pass over all items. O(N · S · nodes) time; memory for one item.
 *
 * @param visit - called for each item while the workspace holds its posterior
 */
export function expectation(work: ItemWorkspace, place: Place, visit?: (item: number) => void): Expectation {
  const { responses, parameters, modes } = place;
  const population = populationOf(parameters);
  const dimensions = parameters.mean.length;
  const total: Expectation = {
    logEvidence: 0,
    gradient: new Float64Array(responses.systems),
    information: new Float64Array(responses.systems),
    sum: new Float64Array(dimensions),
    products: new Float64Array(dimensions * dimensions),
    squares: 0,
    cells: 0,
    items: responses.items,
  };
  for (let item = 0; item < responses.items; item++) {
    gatherRow(work, place, item);
    integrateItem(work, population, modes.subarray(item * dimensions, (item + 1) * dimensions));
    addItem(total, work, parameters.mean);
    visit?.(item);
  }
  return total;
}

/** Puts the scores of an item that are there into the workspace. */
function gatherRow(work: ItemWorkspace, { responses, parameters }: Place, item: number): void {
  const { systems, values } = responses;
  const { row } = work.search;
  row.count = 0;
  for (let system = 0; system < systems; system++) {
    const score = values[item * systems + system];
    if (Number.isNaN(score)) continue;
    work.systems[row.count] = system;
    row.abilities[row.count] = parameters.abilities[system];
    row.scores[row.count++] = score;
  }
}

function addItem(total: Expectation, work: ItemWorkspace, centre: Float64Array): void {
  const { weights, slopes, squares, mean, covariance, systems, capacity } = work;
  const { row } = work.search;
  total.logEvidence += work.logEvidence;
  total.cells += row.count;
  for (let q = 0; q < weights.length; q++) {
    const weight = weights[q];
    total.squares += weight * squares[q];
    for (let j = 0, at = q * capacity; j < row.count; j++, at++) {
      total.gradient[systems[j]] += weight * slopes.gradient[at];
      total.information[systems[j]] += weight * slopes.information[at];
    }
  }
  for (let k = 0, at = 0; k < mean.length; k++) {
    total.sum[k] += mean[k];
    for (let l = 0; l < mean.length; l++, at++) {
      total.products[at] += covariance[at] + (mean[k] - centre[k]) * (mean[l] - centre[l]);
    }
  }
}
