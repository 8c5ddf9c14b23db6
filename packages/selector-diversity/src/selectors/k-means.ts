import { defineSelector, z } from '@goldpan/core';
import { featureOptions, itemVectors } from '../embedding/item-vectors.js';
import { nearnessAffinities } from '../kernels/affinities.js';
import { Coverage } from '../kernels/coverage.js';
import type { Rows } from '../kernels/dot-products.js';
import { lazyGreedy } from '../kernels/lazy-greedy.js';
import { lloyd } from '../kernels/lloyd.js';
import { fromClusters } from './from-clusters.js';
import { representedItems, rowsOf } from './represented-items.js';
import { setBudget } from './set-budget.js';

/**
 * k-means: as many clusters of items as the budget has items, and from each the item nearest to its centre, so exactly the
 * budget. Each chosen item has the size of its cluster as weight. A core of the test set: every kind of item once, however
 * often it occurs.
 *
 * No randomness: the starting centres are chosen greedily, each the item that lowers the sum of squared distances most.
 *
 * @throws BUDGET_NOT_IN_ITEMS, and what `itemVectors` throws
 * @remarks Euclidean distances between vectors as they are. O(N² · dimensions) for the start (above 10,000 items over a fixed
 * sample of targets), then O(rounds · N · budget · dimensions).
 */
export const kMeans = defineSelector({
  name: 'k-means',
  summary: 'One item from the middle of each of as many clusters as the budget has items.',
  needs: ['budget'],
  traits: { deterministic: true },
  options: z.object(featureOptions),
  async select(dataset, options, context) {
    const k = setBudget('k-means', context, dataset.size);
    const { rows, from } = await itemVectors('k-means', dataset, options, context);
    const start = greedyStart(rows, k);
    context.signal?.throwIfAborted();
    const { labels, inertia } = lloyd(rows, start);
    return { ...fromClusters(rows, labels, k), details: { from, inertia } };
  },
});

/** Rows that, one after the other, lower the sum of squared distances of all rows to the nearest of them most. */
export function greedyStart(rows: Rows, k: number): Rows {
  const size = rows.values.length / rows.dimensions;
  const targets = representedItems(size);
  const affinities = nearnessAffinities(
    rows,
    targets.length === size ? rows : rowsOf(rows, targets),
    'squares',
  );
  return rowsOf(rows, lazyGreedy(new Coverage(affinities), { count: k }).order);
}
