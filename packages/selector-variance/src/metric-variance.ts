import { defineSelector, z, type ScoreMatrix } from '@goldpan/core';
import { pairwiseSum } from '@goldpan/stats';
import { metric } from './metric-option.js';
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
  options: z.object({ metric }),
  select: (dataset, options) => ({ utilities: rowVariances(metricScores(dataset, options.metric)) }),
});

/** The population variance of every row, as `populationVariance` gives it, without a new array for each. */
function rowVariances({ items, systems, values }: ScoreMatrix): Float64Array {
  const variances = new Float64Array(items);
  const squares = new Float64Array(systems);
  const row = { offset: 0, length: systems };
  for (let item = 0; item < items; item++) {
    row.offset = item * systems;
    const mean = pairwiseSum(values, row) / systems;
    for (let system = 0; system < systems; system++)
      squares[system] = (values[row.offset + system] - mean) ** 2;
    variances[item] = pairwiseSum(squares) / systems;
  }
  return variances;
}
