import { defineSelector, metricOption, z, type ScoreMatrix } from '@goldpan/core';
import { kendallTauC, mean } from '@goldpan/stats';
import { metric } from './metric-option.js';
import { metricScores } from './metric-scores.js';

/**
 * Picks the items that rank the systems as the whole test set does: utility = Kendall's tau-c between the systems' scores
 * on the item and their means over all items.
 *
 * Scores: N×S, higher is better, none missing (MISSING_SCORES). Utility in [-1, 1]; 0 where the item scores all systems
 * alike, or all means are the same. Ties keep input order. O(N·S log S).
 *
 * @remarks `metric_cons` of Zouhar, Cui and Sachan (TACL 2025). The utility of an item depends on the other items through
 * the means, so it is not itemwise.
 */
export const metricConsistency = defineSelector({
  name: 'metric-consistency',
  summary: 'Items on which a metric ranks the systems as it does over all items.',
  needs: ['scores'],
  traits: { deterministic: true, nested: true },
  options: z.object({
    metric,
    'metric-target': metricOption()
      .optional()
      .describe(
        'score column whose means over all items are the order to agree with; default: the metric itself',
      ),
  }),
  select(dataset, options) {
    const { items, systems, values } = metricScores(dataset, options.metric);
    const target = options['metric-target'];
    const means = systemMeans(
      target === undefined ? { items, systems, values } : metricScores(dataset, target),
    );
    const utilities = new Float64Array(items);
    for (let item = 0; item < items; item++) {
      const tau = kendallTauC(values.subarray(item * systems, (item + 1) * systems), means);
      utilities[item] = Number.isNaN(tau) ? 0 : tau;
    }
    return { utilities };
  },
});

function systemMeans({ items, systems, values }: ScoreMatrix): Float64Array {
  return Float64Array.from({ length: systems }, (_, system) =>
    mean(values, { offset: system, length: items, stride: systems }),
  );
}
