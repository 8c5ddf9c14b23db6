import { defineSelector, metricOption, resolveMetric, tooFewSystems, z } from '@goldpan/core';
import { centredScores } from '../embedding/item-vectors.js';
import { nearnessAffinities } from '../kernels/affinities.js';
import { Coverage } from '../kernels/coverage.js';
import { lazyGreedy } from '../kernels/lazy-greedy.js';
import { sharesOfChosen } from '../kernels/shares-of-chosen.js';
import { swapSearch } from '../kernels/swap-search.js';
import { byShare } from './by-share.js';
import { representedItems, rowsOf } from './represented-items.js';
import { setBudget } from './set-budget.js';

/**
 * k-medoids on metric scores: anchor points. An item's vector holds the metric's scores of the systems less their mean, so
 * items are near each other when they separate the systems alike. The chosen items are those from which the sum of
 * distances of all items to the nearest chosen one is (nearly) least, found by greedy choice and swaps. Weight = how many
 * items an anchor stands for; divided by the number of items, its share in a weighted mean.
 *
 * @throws BUDGET_NOT_IN_ITEMS, TOO_FEW_SYSTEMS, METRIC_NOT_CHOSEN, UNKNOWN_METRIC, MISSING_SCORES
 * @remarks Vivek et al. 2024, Anchor Points; swaps as in FasterPAM (Schubert and Rousseeuw 2021). Euclidean distances. Above
 * 10,000 items, sums are taken over a fixed random sample of them. O(N · min(N, 10,000) · (systems + passes)).
 */
export const kMedoids = defineSelector({
  name: 'k-medoids',
  summary: 'Anchor points: items that stand for all others in how metric scores separate the systems.',
  needs: ['scores', 'budget'],
  traits: { deterministic: true },
  options: z.object({
    metric: metricOption().optional().describe('The metric; default: the only one there is'),
  }),
  select(dataset, { metric }, context) {
    if (dataset.systems.length < 2) throw tooFewSystems('k-medoids', dataset.systems.length, 2);
    const k = setBudget('k-medoids', context, dataset.size);
    const rows = centredScores(dataset, resolveMetric(dataset, metric));
    const targets = representedItems(dataset.size);
    const affinities = nearnessAffinities(
      rows,
      targets.length === dataset.size ? rows : rowsOf(rows, targets),
    );
    const start = lazyGreedy(new Coverage(affinities), { count: k }).order;
    const medoids = swapSearch(affinities, start);
    const weights = sharesOfChosen(affinities, medoids, targets);
    return { utilities: weights.slice(), chosen: byShare(medoids, weights, affinities), weights };
  },
});
