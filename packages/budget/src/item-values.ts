import { rankByUtility, utilitiesOfRanking } from '@goldpan/core';
import { invalidUtilities } from './errors.js';

/** What a selector says about the items: utilities, or at least a ranking. A core `Selection` is one. */
export interface Rated {
  /** One number per item, higher = judge it sooner. */
  readonly utilities?: Float64Array;
  /** All item indices, best first. */
  readonly ranking?: ArrayLike<number>;
}

/**
 * What an item counts in the objective.
 *
 * - `rescaled`: 0.1 + 0.5 · (utility − lowest) / (highest − lowest), as in the reference. Every item is worth something,
 *   the best one six times as much as the worst; where all utilities are equal every item counts 0.6.
 * - `ranks`: the same of the rank instead of the utility. The only scale where there are no utilities.
 * - `raw`: the utility itself. Items of 0 or less are left out unless a constraint needs them.
 */
export type ValueScale = 'rescaled' | 'ranks' | 'raw';

/**
 * The value of every item in the objective; higher is better. O(N).
 *
 * @throws INVALID_UTILITIES where a utility is missing or not finite
 */
export function itemValues(rated: Rated, { ids, scale }: ValueOptions): Float64Array {
  const byRank = scale === 'ranks' || rated.utilities === undefined;
  if (byRank && scale === 'raw') throw invalidUtilities('there are none, only a ranking');
  const utilities = byRank ? fromRanking(rated, ids.length) : rated.utilities!;
  if (utilities.length !== ids.length)
    throw invalidUtilities(`got ${utilities.length} for ${ids.length} items`);
  const item = utilities.findIndex((utility) => !Number.isFinite(utility));
  if (item >= 0) throw invalidUtilities(`item ${JSON.stringify(ids[item])} has ${utilities[item]}`);
  return scale === 'raw' ? utilities.slice() : rescaled(utilities);
}

interface ValueOptions {
  /** Of all items, for error texts. */
  readonly ids: readonly string[];
  readonly scale?: ValueScale;
}

function rescaled(utilities: Float64Array): Float64Array {
  let [lowest, highest] = [Infinity, -Infinity];
  for (const utility of utilities) {
    lowest = Math.min(lowest, utility);
    highest = Math.max(highest, utility);
  }
  // Halves keep the difference of the largest numbers finite and change nothing else.
  const range = highest / 2 - lowest / 2;
  return utilities.map((utility) => (range === 0 ? 0.6 : (utility / 2 - lowest / 2) / range / 2 + 0.1));
}

function fromRanking({ ranking, utilities }: Rated, size: number): Float64Array {
  const order = ranking ?? (utilities && rankByUtility(utilities));
  if (order === undefined) throw invalidUtilities('there are neither utilities nor a ranking');
  if (order.length !== size) throw invalidUtilities(`the ranking has ${order.length} of ${size} items`);
  return utilitiesOfRanking(order);
}
