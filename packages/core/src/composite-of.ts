import { presentMean } from './present-mean.js';
import { emptyScoreMatrix, type ScoreMatrix } from './score-matrix.js';

/**
 * The name by which the composite of all automatic metrics can be used wherever a metric can; a column of that name goes before. Items that are taken
 * keep their composite, so that it depends on the item alone.
 */
export const COMPOSITE_METRIC = 'composite';

/** So many cells at a time: their sums stay in the cache while all columns are added. */
const BLOCK = 2048;

/** Mean of standardised columns, cell by cell: what `compositeMetric` documents. */
export function compositeOf(
  columns: readonly Float64Array[],
  { items, systems }: Pick<ScoreMatrix, 'items' | 'systems'>,
): ScoreMatrix {
  const composite = emptyScoreMatrix(items, systems);
  const sums = composite.values.fill(0);
  const spreads = columns
    .map((values) => ({ values, ...spreadOf(values) }))
    .filter(({ deviation }) => deviation > 0);
  if (spreads.length === 0) return composite;
  const counts = new Uint16Array(BLOCK);
  for (let start = 0; start < sums.length; start += BLOCK) {
    const end = Math.min(sums.length, start + BLOCK);
    counts.fill(0);
    for (const { values, mean, deviation } of spreads)
      for (let cell = start; cell < end; cell++) {
        const score = values[cell];
        if (score !== score) continue;
        sums[cell] += (score - mean) / deviation;
        counts[cell - start]++;
      }
    for (let cell = start; cell < end; cell++) sums[cell] /= counts[cell - start] || NaN;
  }
  return composite;
}

/** Mean and population standard deviation of what is there; in two passes, so that a large level does not drown the spread. */
function spreadOf(values: Float64Array): { mean: number; deviation: number } {
  const mean = presentMean(values);
  let squares = 0;
  let count = 0;
  for (let cell = 0; cell < values.length; cell++) {
    const off = values[cell] - mean;
    if (off !== off) continue;
    squares += off * off;
    count++;
  }
  return { mean, deviation: Math.sqrt(squares / count) };
}
