import { defineSelector, z } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { metric } from './metric-option.js';
import { metricScores } from './metric-scores.js';

/**
 * Picks the items on which the systems score lowest: utility = minus the mean of the metric over the systems.
 *
 * Scores: N×S, higher is better, none missing (MISSING_SCORES). Ties keep input order. O(N·S).
 *
 * @remarks `metric_avg` of Zouhar, Cui and Sachan (TACL 2025). Sums as numpy does.
 */
export const metricAverage = defineSelector({
  name: 'metric-average',
  summary: 'Items on which the systems score lowest by a metric.',
  needs: ['scores'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({ metric }),
  select(dataset, options) {
    const { items, systems, values } = metricScores(dataset, options.metric);
    const utilities = new Float64Array(items);
    for (let item = 0; item < items; item++) {
      utilities[item] = -mean(values, { offset: item * systems, length: systems });
    }
    return { utilities };
  },
});
