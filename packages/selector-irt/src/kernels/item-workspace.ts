import type { AbilitySlopes, Family } from '../families/family.js';
import { modeSearch, type ModeSearch } from './find-mode.js';
import type { NormalRule } from './normal-rule.js';

/** Working memory for one item after another, and what is known about the latest. */
export interface ItemWorkspace {
  readonly family: Family;
  readonly rule: NormalRule;
  /** The largest number of scores in a row. */
  readonly capacity: number;
  /** Which system each score of the row belongs to. */
  readonly systems: Uint32Array;
  /** Holds the row. */
  readonly search: ModeSearch;
  /** log of the chance of the row, the item's own coordinates integrated out. */
  logEvidence: number;
  /** Posterior weight of each node. */
  readonly weights: Float64Array;
  /** The points of the nodes, one a row, shared coordinates included. */
  readonly points: Float64Array;
  /** Derivatives by ability at each node: `node * capacity + position in the row`. */
  readonly slopes: AbilitySlopes;
  /** Squared residuals of the row at each node, in units of the noise. */
  readonly squares: Float64Array;
  /** Posterior mean and covariance of the coordinates. */
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

/** Memory for rows of at most `capacity` scores. */
export function itemWorkspace(family: Family, rule: NormalRule, capacity: number): ItemWorkspace {
  const floats = (length: number) => new Float64Array(length);
  const { dimensions } = rule;
  const nodes = rule.weights.length;
  return {
    family,
    rule,
    capacity,
    systems: new Uint32Array(capacity),
    search: modeSearch(family, capacity),
    logEvidence: 0,
    weights: floats(nodes),
    points: floats(nodes * (dimensions + family.shared.length)),
    slopes: { gradient: floats(nodes * capacity), information: floats(nodes * capacity), squares: 0 },
    squares: floats(nodes),
    mean: floats(dimensions),
    covariance: floats(dimensions * dimensions),
  };
}
