import type { Dataset } from './dataset.js';
import { metricNotChosen, unknownMetric } from './errors.js';

/** The name of the column that counts as truth unless the user names another. */
export const DEFAULT_TARGET = 'human';

/** Whether a score column holds human judgements: the target `human` or a further round `human_…`. */
export function isHumanColumn(metric: string): boolean {
  return metric === DEFAULT_TARGET || metric.startsWith(`${DEFAULT_TARGET}_`);
}

/** The score columns that are automatic metrics. */
export function automaticMetrics(dataset: Dataset): readonly string[] {
  return dataset.metrics.filter((metric) => !isHumanColumn(metric));
}

/**
 * The metric a selector works on: the one named, or the only automatic one.
 *
 * @throws UNKNOWN_METRIC, METRIC_NOT_CHOSEN
 */
export function resolveMetric(dataset: Dataset, named?: string): string {
  if (named !== undefined) {
    if (!dataset.metrics.includes(named)) throw unknownMetric(named, dataset.metrics);
    return named;
  }
  const automatic = automaticMetrics(dataset);
  if (automatic.length === 1) return automatic[0];
  throw metricNotChosen(automatic.length === 0 ? dataset.metrics : automatic);
}
