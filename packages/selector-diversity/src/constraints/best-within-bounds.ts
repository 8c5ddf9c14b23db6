import type { Grouping } from './grouping.js';
import { GroupNetwork } from './group-network.js';

export interface BestWithinBoundsOptions {
  readonly groupings: readonly Grouping[];
  /** How many items to choose, exactly. */
  readonly budget: number;
  /** Items that cannot be chosen. */
  readonly excluded?: ArrayLike<number>;
}

/**
 * The choice of exactly `budget` items with the greatest sum of utilities within the bounds of all groupings: exact, a
 * cheapest flow.
 *
 * @param utilities - one finite number per item
 * @returns the chosen items, highest utility first; ties keep input order
 * @throws BOUNDS_CLASH, GROUPINGS_CROSS
 * @remarks O((budget + minimums) · (groups + cells)) as a rule; a cell holds the items that are in the same groups.
 */
export function bestWithinBounds(
  utilities: Float64Array,
  { groupings, budget, excluded }: BestWithinBoundsOptions,
): Uint32Array {
  const network = new GroupNetwork({ groupings, budget, size: utilities.length, excluded, utilities });
  return Uint32Array.from(network.solve().chosen()).sort((a, b) => utilities[b] - utilities[a] || a - b);
}
