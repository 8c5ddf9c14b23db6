import type { Dataset } from './dataset.js';
import { COMPOSITE_METRIC } from './composite-of.js';
import { metricNotChosen, unknownMetric } from './errors.js';
import { isHumanColumn } from './human-column.js';

/** The score columns that are automatic metrics. */
export function automaticMetrics(dataset: Dataset): readonly string[] {
  return dataset.metrics.filter((metric) => !isHumanColumn(metric));
}

/**
 * The metric a selector works on: the one named, `composite` included, or the only automatic one.
 *
 * @throws UNKNOWN_METRIC, METRIC_NOT_CHOSEN
 */
export function resolveMetric(dataset: Dataset, named?: string): string {
  if (named !== undefined) {
    const isComposite = named === COMPOSITE_METRIC && automaticMetrics(dataset).length > 0;
    if (!isComposite && !dataset.metrics.includes(named)) throw unknownMetric(named, dataset.metrics);
    return named;
  }
  const automatic = automaticMetrics(dataset);
  if (automatic.length === 1) return automatic[0];
  throw metricNotChosen(automatic.length === 0 ? dataset.metrics : automatic);
}
