import type { Dataset } from './dataset.js';
import { missingScores, nothingLeft } from './errors.js';
import type { ScoreMatrix } from './score-matrix.js';
import { takeItems } from './take-items.js';

/**
 * The scores of a metric where none may be missing. O(N·S).
 *
 * @throws UNKNOWN_METRIC, MISSING_SCORES with counts, the first place and the way out
 */
export function completeScores(dataset: Dataset, metric: string): ScoreMatrix {
  const matrix = dataset.scores(metric);
  const first = firstMissing(matrix.values);
  if (first < 0) return matrix;
  const item = Math.floor(first / matrix.systems);
  const origin = dataset.origin?.(item);
  throw missingScores({
    metric,
    cells: matrix.values.reduce((count, score) => count + (Number.isNaN(score) ? 1 : 0), 0),
    of: matrix.values.length,
    items: dataset.size - completeItems(dataset, [metric]).length,
    where: `item ${JSON.stringify(dataset.ids[item])}${origin === undefined ? '' : ` (${origin})`}`,
    system: dataset.systems[first % matrix.systems],
  });
}

/** Indices of the items with a score of every system for each of the metrics. O(N·S·metrics). */
export function completeItems(dataset: Dataset, metrics: readonly string[]): Uint32Array {
  const matrices = metrics.map((metric) => dataset.scores(metric));
  const isComplete = (item: number) =>
    matrices.every(({ systems, values }) => {
      for (let cell = item * systems; cell < (item + 1) * systems; cell++)
        if (Number.isNaN(values[cell])) return false;
      return true;
    });
  return Uint32Array.from({ length: dataset.size }, (_, item) => item).filter(isComplete);
}

/** The dataset without the items that lack a score of one of the metrics. @throws NOTHING_LEFT */
export function dropIncompleteItems(dataset: Dataset, metrics: readonly string[]): Dataset {
  const items = completeItems(dataset, metrics);
  if (items.length === 0) throw nothingLeft(metrics);
  return items.length === dataset.size ? dataset : takeItems(dataset, items);
}

/** Index of the first missing cell, or -1. */
function firstMissing(values: Float64Array): number {
  for (let cell = 0; cell < values.length; cell++) if (values[cell] !== values[cell]) return cell;
  return -1;
}
