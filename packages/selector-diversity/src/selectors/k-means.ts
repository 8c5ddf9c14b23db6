import { defineSelector, stream, z } from '@goldpan/core';
import { featureOptions, itemVectors } from '../embedding/item-vectors.js';
import { kMeansStart } from '../kernels/k-means-start.js';
import { lloyd } from '../kernels/lloyd.js';
import { fromClusters } from './from-clusters.js';
import { setBudget } from './set-budget.js';

/**
 * k-means: as many clusters of items as the budget has items, and from each the item nearest to its centre, so exactly the
 * budget. Each chosen item has the size of its cluster as weight. A core of the test set: every kind of item once, however
 * often it occurs.
 *
 * Starts: greedy k-means++ from streams of its own, so the seed of the run changes nothing; of `restarts` runs the one with
 * the least sum of squares counts.
 *
 * @throws BUDGET_NOT_IN_ITEMS, and what `itemVectors` throws
 * @remarks Euclidean distances between vectors as they are. O(restarts · rounds · N · budget · dimensions).
 */
export const kMeans = defineSelector({
  name: 'k-means',
  summary: 'One item from the middle of each of as many clusters as the budget has items.',
  needs: ['budget'],
  traits: { deterministic: true },
  options: z.object({
    restarts: z.int().min(1).max(100).default(1).describe('Runs from different starts; the best one counts'),
    ...featureOptions,
  }),
  async select(dataset, options, context) {
    const k = setBudget('k-means', context, dataset.size);
    const { rows, from } = await itemVectors('k-means', dataset, options, context);
    let best = undefined;
    for (let restart = 0; restart < options.restarts; restart++) {
      context.signal?.throwIfAborted();
      const found = lloyd(rows, kMeansStart(rows, k, stream(0, 'k-means', restart)));
      if (best === undefined || found.inertia < best.inertia) best = found;
    }
    const { labels, inertia } = best!;
    return { ...fromClusters(rows, labels, k), details: { from, inertia } };
  },
});
