import type { Family, Row } from '../families/family.js';
import type { Responses } from './expectation.js';
import { productRule } from './normal-rule.js';

/** Nodes for the ability of every system, laid over its posterior. */
export interface AbilityGrid {
  /** Nodes per system. */
  readonly count: number;
  /** Abilities and posterior weights, `system * count + node`. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** Posterior mean and standard deviation of each ability: also where the next grid is laid. */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  /** Marginal log-likelihood: the abilities are integrated out. */
  readonly logEvidence: number;
}

const RULE = productRule([7]);

/** Row memory for an item: each of its scores once for every node of the system. */
export function gridRow(systems: number): Row {
  const floats = () => new Float64Array(systems * RULE.weights.length);
  return { count: 0, abilities: floats(), scores: floats(), weights: floats() };
}

/** Scores, and nodes for the abilities. */
export interface GridPlace {
  readonly responses: Responses;
  readonly grid: Pick<AbilityGrid, 'count' | 'nodes' | 'weights'>;
}

/** Puts the scores of an item into a row, each with all nodes of its system, weighed by the posterior. */
export function fillGridRow(row: Row, { responses, grid }: GridPlace, item: number): void {
  row.count = 0;
  for (let s = 0; s < responses.systems; s++) {
    const score = responses.values[item * responses.systems + s];
    if (Number.isNaN(score)) continue;
    for (let k = 0, at = s * grid.count; k < grid.count; k++, at++, row.count++) {
      row.abilities[row.count] = grid.nodes[at];
      row.scores[row.count] = score;
      row.weights[row.count] = grid.weights[at];
    }
  }
}

/** Scores, and items whose points are given. */
export interface KnownItems {
  readonly family: Family;
  readonly responses: Responses;
  /** One per item. */
  readonly points: readonly Float64Array[];
}

/**
 * The posterior of every ability, standard normal before the scores, for given items (adaptive Gauss–Hermite quadrature).
 *
 * @param around - where the nodes are laid: posterior means and deviations of the pass before
 */
export function abilityGrid(
  known: KnownItems,
  around: Pick<AbilityGrid, 'means' | 'deviations'>,
): AbilityGrid {
  const { systems } = known.responses;
  const count = RULE.weights.length;
  const nodes = new Float64Array(systems * count);
  for (let s = 0; s < systems; s++) {
    for (let k = 0; k < count; k++)
      nodes[s * count + k] = around.means[s] + around.deviations[s] * RULE.nodes[k];
  }
  const weights = logLikelihoodsAt(known, nodes);
  const means = new Float64Array(systems);
  const deviations = new Float64Array(systems);
  let logEvidence = 0;
  for (let s = 0; s < systems; s++) {
    logEvidence +=
      Math.log(around.deviations[s]) + normalise(weights.subarray(s * count, (s + 1) * count), nodes, s);
    let square = 0;
    for (let k = 0, at = s * count; k < count; k++, at++) means[s] += weights[at] * nodes[at];
    for (let k = 0, at = s * count; k < count; k++, at++) square += weights[at] * (nodes[at] - means[s]) ** 2;
    deviations[s] = Math.max(Math.sqrt(square), 1e-3 * around.deviations[s]);
  }
  return { count, nodes, weights, means, deviations, logEvidence };
}

/** log-likelihood of all scores of each system at each of its nodes. */
function logLikelihoodsAt({ family, responses, points }: KnownItems, nodes: Float64Array): Float64Array {
  const count = RULE.weights.length;
  const total = new Float64Array(nodes.length);
  const weights = new Float64Array(nodes.length);
  const grid = { count, nodes, weights };
  const row = gridRow(responses.systems);
  const some = new Float64Array(nodes.length);
  points.forEach((point, item) => {
    fillGridRow(row, { responses, grid }, item);
    some.fill(0, 0, row.count);
    family.logLikelihoods(row, point, some);
    for (let s = 0, from = 0; s < responses.systems; s++) {
      if (Number.isNaN(responses.values[item * responses.systems + s])) continue;
      for (let k = 0; k < count; k++) total[s * count + k] += some[from++];
    }
  });
  return total;
}

/** Turns the log-likelihoods of a system's nodes into posterior weights; returns the logarithm of their sum. */
function normalise(weights: Float64Array, nodes: Float64Array, system: number): number {
  const count = weights.length;
  let highest = -Infinity;
  for (let k = 0; k < count; k++) {
    // The nodes stand for a normal around the posterior; the prior is standard normal.
    weights[k] += 0.5 * (RULE.nodes[k] ** 2 - nodes[system * count + k] ** 2);
    highest = Math.max(highest, weights[k]);
  }
  let sum = 0;
  for (let k = 0; k < count; k++) sum += weights[k] = RULE.weights[k] * Math.exp(weights[k] - highest);
  for (let k = 0; k < count; k++) weights[k] /= sum;
  return highest + Math.log(sum);
}
