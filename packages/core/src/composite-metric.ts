import { compositeOf } from './composite-of.js';
import type { Dataset } from './dataset.js';
import { automaticMetrics } from './resolve-metric.js';
import type { ScoreMatrix } from './score-matrix.js';

/**
 * One metric made of several: the mean of what they say of a cell, each in standard deviations from its own mean over all cells. Never of a
 * target: it takes the automatic metrics unless told otherwise.
 *
 * A cell that some metrics lack is the mean of the others, and missing where all lack it. A constant metric says nothing and is left
 * out; where all are constant every cell is 0.
 *
 * @param metrics - names of score columns; default: all automatic ones
 * @returns N×S, higher = better, of mean about 0
 * @throws UNKNOWN_METRIC
 * @remarks O(N·S·metrics) time, O(N·S) space.
 */
export function compositeMetric(
  dataset: Dataset,
  metrics: readonly string[] = automaticMetrics(dataset),
): ScoreMatrix {
  const columns = metrics.map((metric) => dataset.scores(metric).values);
  return compositeOf(columns, { items: dataset.size, systems: dataset.systems.length });
}
