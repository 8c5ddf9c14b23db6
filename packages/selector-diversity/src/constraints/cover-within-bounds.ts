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
}

/** A choice, what it is worth, and what no choice within the bounds can exceed. */
export interface BoundedCover {
  readonly chosen: Uint32Array;
  readonly value: number;
  readonly bound: number;
}

/**
 * Facility location within the bounds of groupings: greedy choice among the items with which the choice can still be
 * completed, then swaps within the bounds until none raises the value.
 *
 * What no choice can exceed comes from `coverageBound`, where the best sum within the bounds is found exactly.
 *
 * @throws BOUNDS_CLASH, GROUPINGS_CROSS
 * @remarks O(items · targets) per pass over the items, of which there are a few.
 */
export function coverWithinBounds(affinities: Affinities, options: CoverWithinBoundsOptions): BoundedCover {
  const { groupings, budget, judged = [] } = options;
  const network = new GroupNetwork({
    groupings,
    budget,
    size: affinities.candidates,
    excluded: judged,
  }).solve();
  const greedy = lazyGreedy(new Coverage(affinities, judged), {
    count: budget,
    excluded: judged,
    admit: (item) => network.admit(item),
  });
  const counts = new GroupCounts(groupings, greedy.order);
  const chosen = swapSearch(affinities, greedy.order, {
    fixed: judged,
    allows: (leaving, coming) => counts.allows(leaving, coming),
    onSwap: (leaving, coming) => counts.swap(leaving, coming),
  });
  const before = new Coverage(affinities, judged).best;
  const coverage = new Coverage(affinities, [...Array.from(judged), ...chosen]);
  const { value } = coverage;
  const bestSum = (gains: Float64Array) => bestWithinBounds(gains, { groupings, budget, excluded: judged });
  const effort = 100 * budget * affinities.candidates;
  return { chosen, value, bound: coverageBound(coverage, { value, bestSum, before, effort }) };
}

/** How many chosen items each group has. */
class GroupCounts {
  readonly #groupings: readonly Grouping[];
  readonly #counts: readonly Uint32Array[];

  constructor(groupings: readonly Grouping[], chosen: Uint32Array) {
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
