import {
  constraintsRefused,
  defineSelector,
  rankByUtility,
  z,
  type Dataset,
  type ProvenBound,
  type SelectionContext,
  type SelectorResult,
} from '@goldpan/core';
import { coverWithinBounds } from '../constraints/cover-within-bounds.js';
import { groupingsOf, type Grouping } from '../constraints/grouping.js';
import { twoChains } from '../constraints/two-chains.js';
import { featureOptions, itemVectors } from '../embedding/item-vectors.js';
import { cosineAffinities, type Affinities } from '../kernels/affinities.js';
import { coverageBound } from '../kernels/coverage-bound.js';
import { Coverage } from '../kernels/coverage.js';
import { lazyGreedy } from '../kernels/lazy-greedy.js';
import { sharesOfChosen } from '../kernels/shares-of-chosen.js';
import { byShare } from './by-share.js';
import { MOST_REPRESENTED, representedItems, rowsOf } from './represented-items.js';
import { setBudget } from './set-budget.js';

const options = z.object({
  represent: z
    .int()
    .min(1)
    .default(MOST_REPRESENTED)
    .describe('Coverage is summed over at most so many items: a fixed sample where there are more'),
  ...featureOptions,
});

/**
 * Facility location: the chosen items should be near to all items. An item counts with its cosine to the nearest chosen one, 0
 * where that is negative; the sum over all items is maximised. Unlike k-center it goes where many items are and leaves
 * outliers for later.
 *
 * Without bounds: lazy greedy choice. Utility = what the item added when it was chosen. Every smaller budget is a prefix and
 * worth at least 1 − 1/e of the best choice of its size.
 *
 * With bounds on groups (`context.constraints`) and a budget in items: exactly the budget, all bounds met; greedy choice, then
 * swaps. `bound` gives the mean coverage and an upper bound for any choice, and so how far from the best this one can be. A
 * smaller budget is then a choice of its own, which is why the trait `nested` is not promised.
 *
 * Weight = how many items the chosen one is nearest to. Items judged already (`context.judged`) count as chosen before, and
 * towards no bound.
 *
 * @throws what `itemVectors` throws; MISSING_GROUP, UNKNOWN_GROUP, INVALID_CONSTRAINT, BOUNDS_CLASH; with bounds BUDGET_NOT_IN_ITEMS, and
 * CONSTRAINTS_REFUSED for columns that cross each other in three ways
 * @remarks O(N · represented · dimensions) time, 4 · N · represented bytes (half a gigabyte at most: from 13,000 items on
 * fewer are represented).
 */
export const facilityLocation = defineSelector({
  name: 'facility-location',
  summary: 'Items that are near to all others; optionally with bounds per domain, length or document.',
  needs: [],
  traits: { deterministic: true, extendsJudged: true, keepsBounds: true },
  options,
  async select(dataset, given, context) {
    const { rows, from } = await itemVectors('facility-location', dataset, given, context);
    const targets = representedItems(dataset.size, given.represent);
    const affinities = cosineAffinities(rows, targets.length === dataset.size ? rows : rowsOf(rows, targets));
    const task = { affinities, targets, context };
    const groupings = groupingsFor(dataset, context);
    const result = groupings.length === 0 ? greedyChoice(task) : boundedChoice(task, groupings);
    return { ...result, details: { from, ...(result.details as object) } };
  },
});

const BOUNDED = 'facility-location with bounds';

interface Task {
  readonly affinities: Affinities;
  /** Per target the item that it is. */
  readonly targets: Uint32Array;
  readonly context: SelectionContext;
}

function groupingsFor(dataset: Dataset, context: SelectionContext): Grouping[] {
  const { groups = [], maxPer = [] } = context.constraints ?? {};
  if (groups.length + maxPer.length === 0) return [];
  const open = dataset.size - new Set(context.judged).size;
  const groupings = groupingsOf(dataset, { groups, maxPer }, setBudget(BOUNDED, context, open));
  if (twoChains(groupings, dataset.size) === undefined) {
    const columns = groupings.map(({ by }) => by).join(', ');
    throw constraintsRefused('facility-location', [`bounds by ${columns}, which cross in three ways,`]);
  }
  return groupings;
}

function greedyChoice({ affinities, targets, context }: Task): SelectorResult {
  const { budget, progress, signal } = context;
  const { candidates } = affinities;
  const judged = [...new Set(context.judged)];
  const open = candidates - judged.length;
  const count = Math.min(budget?.items ?? open, open);
  const coverage = new Coverage(affinities, judged);
  const onTaken = (taken: number) => {
    signal?.throwIfAborted();
    progress?.(taken, count);
  };
  const { order, gains } = lazyGreedy(coverage, { count, excluded: judged, onTaken });
  const utilities = new Float64Array(candidates);
  order.forEach((item, rank) => (utilities[item] = gains[rank]));
  if (budget?.items === undefined) return { ranking: [...order, ...judged], utilities };
  const { value } = coverage;
  const before = new Coverage(affinities, judged).best;
  const bestSum = (sums: Float64Array) => rankByUtility(sums).subarray(0, count);
  const { bound } = coverageBound(coverage, { value, bestSum, before, effort: candidates });
  const weights = sharesOfChosen(affinities, order, targets);
  return { chosen: order, utilities, weights, bound: quality(value, bound, targets.length) };
}

function boundedChoice(
  { affinities, targets, context }: Task,
  groupings: readonly Grouping[],
): SelectorResult {
  const judged = [...new Set(context.judged)];
  const budget = setBudget(BOUNDED, context, affinities.candidates - judged.length);
  const { chosen, value, bound } = coverWithinBounds(affinities, { groupings, budget, judged });
  const weights = sharesOfChosen(affinities, chosen, targets);
  return {
    chosen: byShare(chosen, weights, affinities),
    weights,
    bound: quality(value, bound, targets.length),
    details: {
      groups: groupings.map((grouping) => ({ by: grouping.by, chosen: countsOf(grouping, chosen) })),
    },
  };
}

/** Mean affinity to the nearest chosen item, what no choice can exceed in it, and how near to that this choice is. */
function quality(value: number, bound: number, targets: number): ProvenBound {
  return { utility: value / targets, upper: bound / targets, gap: 1 - (bound === 0 ? 1 : value / bound) };
}

/** Bounds and chosen items of every group that has a minimum or a chosen item. */
function countsOf({ names, labels, min, max }: Grouping, chosen: Uint32Array) {
  const counts = new Uint32Array(names.length);
  for (const item of chosen) if (labels[item] >= 0) counts[labels[item]]++;
  return names
    .map((group, g) => ({ group, min: min[g], max: Math.min(max[g], chosen.length), items: counts[g] }))
    .filter(({ min, items }) => min > 0 || items > 0);
}
