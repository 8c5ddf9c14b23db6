import {
  completeScores,
  constantMetric,
  resolveMetric,
  tooFewSystems,
  type Dataset,
  type ScoreMatrix,
} from '@goldpan/core';

/**
 * The scores that a selector of this package compares: complete, of at least two systems, not all the same.
 *
 * @throws UNKNOWN_METRIC, METRIC_NOT_CHOSEN, MISSING_SCORES, TOO_FEW_SYSTEMS, CONSTANT_METRIC
 */
export function metricScores(dataset: Dataset, named?: string): ScoreMatrix {
  const metric = resolveMetric(dataset, named);
  const matrix = completeScores(dataset, metric);
  if (matrix.systems < 2)
    throw tooFewSystems(`comparing systems on metric ${JSON.stringify(metric)}`, matrix.systems, 2);
  const first = matrix.values[0];
  if (matrix.values.every((score) => score === first)) throw constantMetric(metric, first);
  return matrix;
}
