import { defineSelector, z } from '@goldpan/core';
import { populationVariance } from '@goldpan/stats';
import { metricOption } from './metric-option.js';
import { metricScores } from './metric-scores.js';

/**
 * Picks the items that set the systems apart: utility = variance of the metric over the systems.
 *
 * Scores: N×S, higher is better, none missing (MISSING_SCORES). Utility in squared units of the metric; population
 * variance (divided by S). Ties keep input order. O(N·S).
 *
 * @remarks `metric_var` of Zouhar, Cui and Sachan (TACL 2025). Sums as numpy does.
 */
export const metricVariance = defineSelector({
  name: 'metric-variance',
  summary: 'Items on which a metric sees the systems far apart.',
  needs: ['scores'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({ metric: metricOption }),
  select(dataset, options) {
    const { items, systems, values } = metricScores(dataset, options.metric);
    const utilities = new Float64Array(items);
    for (let item = 0; item < items; item++) {
      utilities[item] = populationVariance(values, { offset: item * systems, length: systems });
    }
    return { utilities };
  },
});
