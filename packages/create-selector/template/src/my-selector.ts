import { completeScores, defineSelector, metricOption, resolveMetric, z } from '@goldpan/core';

/**
 * Items on which the best and the worst system are furthest apart: the range of a metric over the systems is the utility.
 * Missing scores are an error (MISSING_SCORES). O(N·S).
 */
export const selector = defineSelector({
  name: 'my-selector',
  summary: 'Items on which the best and the worst system are furthest apart.',
  // What it cannot do without: scores, outputs, sources, embeddings, target, budget.
  needs: ['scores'],
  // Promises that others rely on; the tests hold you to them. What is left out is false.
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({
    metric: metricOption().optional().describe('score column; default the only automatic metric'),
  }),
  select(dataset, { metric }) {
    const { items, systems, values } = completeScores(dataset, resolveMetric(dataset, metric));
    const utilities = new Float64Array(items);
    for (let item = 0; item < items; item++) {
      let low = Infinity;
      let high = -Infinity;
      for (let system = 0; system < systems; system++) {
        const score = values[item * systems + system];
        low = Math.min(low, score);
        high = Math.max(high, score);
      }
      // Higher = judge it sooner.
      utilities[item] = high - low;
    }
    return { utilities };
  },
});
