import { presentMean } from './present-mean.js';
import { emptyScoreMatrix, type ScoreMatrix } from './score-matrix.js';

/**
 * The name by which the composite of all automatic metrics can be used wherever a metric can; a column of that name goes before. Items that are taken
 * keep their composite, so that it depends on the item alone.
 */
export const COMPOSITE_METRIC = 'composite';

/** Mean of standardised columns, cell by cell: what `compositeMetric` documents. */
export function compositeOf(
  columns: readonly Float64Array[],
  { items, systems }: Pick<ScoreMatrix, 'items' | 'systems'>,
): ScoreMatrix {
  const composite = emptyScoreMatrix(items, systems);
  const counts = new Uint16Array(composite.values.length);
  const sums = composite.values.fill(0);
  for (const values of columns) {
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
  const mean = presentMean(values);
  let squares = 0;
  let count = 0;
  for (const value of values) {
    if (value !== value) continue;
    squares += (value - mean) ** 2;
    count++;
  }
  return { mean, deviation: Math.sqrt(squares / count) };
}
