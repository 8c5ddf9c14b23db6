import type { Affinities } from '../kernels/affinities.js';
import { Coverage } from '../kernels/coverage.js';
import { coverageBound } from '../kernels/coverage-bound.js';
import { lazyGreedy } from '../kernels/lazy-greedy.js';
import { swapSearch } from '../kernels/swap-search.js';
import { bestWithinBounds } from './best-within-bounds.js';
import { GroupNetwork } from './group-network.js';
import type { Grouping } from './grouping.js';

export interface CoverWithinBoundsOptions {
  readonly groupings: readonly Grouping[];
  /** How many items to choose, exactly. */
  readonly budget: number;
  /** Items that count as covered by themselves and are not chosen. */
  readonly judged?: ArrayLike<number>;
  /** Items that are taken first, in this order, as far as the bounds allow. */
  readonly first?: ArrayLike<number>;
}

/** A choice, what it is worth, and what no choice within the bounds can exceed. */
export interface BoundedCover {
  readonly chosen: Uint32Array;
  readonly value: number;
  readonly bound: number;
  /** Per target the price that proves the bound (see `coverageBound`). */
  readonly prices: Float64Array;
}

/**
 * Facility location within the bounds of groupings (see `chooseWithinBounds`), with what no choice can exceed: a
 * `coverageBound` in which the best sum within the bounds is found exactly.
 *
 * @throws BOUNDS_CLASH, GROUPINGS_CROSS
 */
export function coverWithinBounds(affinities: Affinities, options: CoverWithinBoundsOptions): BoundedCover {
  const { groupings, budget, judged = [] } = options;
  const chosen = chooseWithinBounds(affinities, options);
  const before = new Coverage(affinities, judged).best;
  const coverage = new Coverage(affinities, [...Array.from(judged), ...chosen]);
  const { value } = coverage;
  const bestSum = (gains: Float64Array) => bestWithinBounds(gains, { groupings, budget, excluded: judged });
  const effort = 100 * budget * affinities.candidates;
  return { chosen, value, ...coverageBound(coverage, { value, bestSum, before, effort }) };
}

/**
 * Greedy choice among the items with which the choice can still be completed within the bounds, then swaps within the bounds
 * until none raises the coverage.
 *
 * @throws BOUNDS_CLASH, GROUPINGS_CROSS
 * @remarks O(items · targets) per pass over the items, of which there are a few.
 */
export function chooseWithinBounds(affinities: Affinities, options: CoverWithinBoundsOptions): Uint32Array {
  const { groupings, budget, judged = [], first = [] } = options;
  const network = new GroupNetwork({
    groupings,
    budget,
    size: affinities.candidates,
    excluded: judged,
  }).solve();
  const admit = (item: number) => network.admit(item);
  const early = Array.from(first).filter(admit);
  const before = [...Array.from(judged), ...early];
  const count = budget - early.length;
  const { order } = lazyGreedy(new Coverage(affinities, before), { count, excluded: before, admit });
  const start = [...early, ...order];
  const counts = new GroupCounts(groupings, start);
  return swapSearch(affinities, start, {
    fixed: judged,
    allows: (leaving, coming) => counts.allows(leaving, coming),
    onSwap: (leaving, coming) => counts.swap(leaving, coming),
  });
}

/** How many chosen items each group has. */
class GroupCounts {
  readonly #groupings: readonly Grouping[];
  readonly #counts: readonly Uint32Array[];

  constructor(groupings: readonly Grouping[], chosen: readonly number[]) {
    this.#groupings = groupings;
    this.#counts = groupings.map(({ names }) => new Uint32Array(names.length));
    for (const item of chosen) this.#change(item, 1);
  }

  /** Whether all bounds still hold when one item leaves and another comes. */
  allows(leaving: number, coming: number): boolean {
    return this.#groupings.every(({ labels, min, max }, g) => {
      const [from, to] = [labels[leaving], labels[coming]];
      if (from === to) return true;
      const counts = this.#counts[g];
      return (from < 0 || counts[from] > min[from]) && (to < 0 || counts[to] < max[to]);
    });
  }

  swap(leaving: number, coming: number): void {
    this.#change(leaving, -1);
    this.#change(coming, 1);
  }

  #change(item: number, by: number): void {
    this.#groupings.forEach(({ labels }, g) => {
      if (labels[item] >= 0) this.#counts[g][labels[item]] += by;
    });
  }
}
