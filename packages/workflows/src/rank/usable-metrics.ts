import { automaticMetrics, quoteList, resolveMetric, type Dataset, type Warning } from '@goldpan/core';
import { metricIsTarget } from '../errors.js';

/**
 * The metrics that estimates can use: those named, or all automatic ones, without those that lack cells. Adds a warning for these.
 * O(N·S·K).
 *
 * @throws UNKNOWN_METRIC for a named metric, METRIC_IS_TARGET for one that is a criterion
 */
export function usableMetrics(
  dataset: Dataset,
  request: {
    readonly criteria: readonly string[];
    readonly named?: readonly string[];
    readonly warnings: Warning[];
  },
): readonly string[] {
  const { criteria, named, warnings } = request;
  const wanted = named?.map((name) => resolveMetric(dataset, name)) ?? automaticMetrics(dataset);
  const judged = named && wanted.find((name) => criteria.includes(name));
  if (judged !== undefined) throw metricIsTarget(judged);
  const metrics = wanted.filter((name) => !criteria.includes(name));
  const lacking = metrics.filter((name) => dataset.scores(name).values.some(Number.isNaN));
  if (lacking.length > 0)
    warnings.push({
      code: 'METRICS_LEFT_OUT',
      text: `Estimates need a metric on every item and system, judged or not; left out for missing cells: ${quoteList(lacking)}.`,
    });
  return metrics.filter((name) => !lacking.includes(name));
}
