import type { Dataset } from './dataset.js';
import { automaticMetrics } from './resolve-metric.js';
import { emptyScoreMatrix, type ScoreMatrix } from './score-matrix.js';

/** The name by which the composite of all automatic metrics can be used wherever a metric can. */
export const COMPOSITE_METRIC = 'composite';

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
  const composite = emptyScoreMatrix(dataset.size, dataset.systems.length);
  const counts = new Uint16Array(composite.values.length);
  const sums = composite.values.fill(0);
  for (const metric of metrics) {
    const { values } = dataset.scores(metric);
    const { mean, deviation } = spreadOf(values);
    if (!(deviation > 0)) continue;
    for (let cell = 0; cell < values.length; cell++) {
      const score = values[cell];
      if (score !== score) continue;
      sums[cell] += (score - mean) / deviation;
      counts[cell]++;
    }
  }
  const isSilent = counts.every((count) => count === 0);
  for (let cell = 0; cell < sums.length && !isSilent; cell++) sums[cell] /= counts[cell] || NaN;
  return composite;
}

/** Mean and population standard deviation of what is there; in two passes, so that a large level does not drown the spread. */
function spreadOf(values: Float64Array): { mean: number; deviation: number } {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value !== value) continue;
    sum += value;
    count++;
  }
  const mean = sum / count;
  let squares = 0;
  for (const value of values) if (value === value) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / count) };
}
