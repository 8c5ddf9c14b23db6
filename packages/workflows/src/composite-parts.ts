import {
  automaticMetrics,
  COMPOSITE_METRIC,
  compositeMetric,
  datasetFromColumns,
  type CompositePart,
  type Dataset,
} from '@goldpan/core';
import { pearsonAgreement } from '@goldpan/evaluation';
import { finiteOrNull } from './finite-or-null.js';

/** Of two metrics neither can be told to be the odd one. */
const LEAST = 3;

/**
 * How far each metric agrees with the composite of the others, best within items first: the corrected item-total correlation of test theory. It knows nothing of
 * the target, an automatic metric that is one included. Constant metrics, of which the composite takes no notice, are left out. It tells the odd one
 * out, not the right one.
 *
 * @param without - metrics that are left aside
 * @returns none for fewer than three metrics, or where a column named composite takes the place of the composite
 * @remarks O(metrics · N·S) time, O(N·S) space.
 */
export function compositeParts(
  dataset: Dataset,
  target: string,
  without: readonly string[] = [],
): CompositePart[] {
  const standardised = (metric: string) => compositeMetric(dataset, [metric]).values;
  const metrics = automaticMetrics(dataset).filter(
    (metric) =>
      metric !== target &&
      !without.includes(metric) &&
      standardised(metric).some((score) => score !== 0 && score === score),
  );
  if (metrics.length < LEAST || dataset.metrics.includes(COMPOSITE_METRIC)) return [];
  const cells = dataset.size * dataset.systems.length;
  const [sums, counts] = [new Float64Array(cells), new Uint16Array(cells)];
  for (const metric of metrics)
    standardised(metric).forEach((score, cell) => {
      if (score !== score) return;
      sums[cell] += score;
      counts[cell]++;
    });
  const { ids, systems } = dataset;
  const parts = metrics.map((metric): CompositePart => {
    const own = standardised(metric);
    // Where a cell lacks the metric its pair is left out; where it has it alone there are no others.
    const others = sums.map((sum, cell) => (sum - own[cell]) / (counts[cell] - 1 || NaN));
    const pair = datasetFromColumns({ ids, systems, metrics: ['own', 'others'], scores: [own, others] });
    const [{ pooled, perItem }] = pearsonAgreement(pair, 'others', ['own']);
    return { metric, pearson: finiteOrNull(pooled), withinItem: finiteOrNull(perItem) };
  });
  return parts.sort((a, b) => (b.withinItem ?? -Infinity) - (a.withinItem ?? -Infinity));
}
