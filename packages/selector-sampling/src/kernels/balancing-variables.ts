import { presentMean, type ScoreMatrix } from '@goldpan/core';

/**
 * The variables on which a sample is balanced: the level of each item (its mean over the systems), then each system's deviation from
 * it, those that vary most first, and each in units of its own spread. One deviation follows from the others and is left
 * out. A missing cell is at the mean of its system.
 *
 * @param most - how many variables at the most, besides the level
 * @returns columns of shape (N) with mean 0; constant ones are left out. O(N·S)
 */
export function balancingVariables(scores: ScoreMatrix, most: number): Float64Array[] {
  const { items, systems } = scores;
  const filled = Array.from({ length: systems }, (_, system) => centred(columnOf(scores, system)));
  const level = new Float64Array(items);
  for (const column of filled) for (let i = 0; i < items; i++) level[i] += column[i] / systems;
  const deviations = filled.map((column) => column.map((value, i) => value - level[i]));
  const byVariance = deviations
    .map((column) => ({ column, variance: meanSquare(column) }))
    .sort((a, b) => b.variance - a.variance)
    .slice(0, Math.min(most, systems - 1));
  return [level, ...byVariance.map(({ column }) => column)].flatMap((column) => {
    const spread = Math.sqrt(meanSquare(column));
    return spread > 0 ? [column.map((value) => value / spread)] : [];
  });
}

function columnOf({ items, systems, values }: ScoreMatrix, system: number): Float64Array {
  const column = new Float64Array(items);
  for (let item = 0; item < items; item++) column[item] = values[item * systems + system];
  return column;
}

/** Minus the mean of what is there; what is not there is 0. */
function centred(column: Float64Array): Float64Array {
  const mean = presentMean(column);
  return column.map((value) => (value === value ? value - mean : 0));
}

function meanSquare(column: Float64Array): number {
  let sum = 0;
  for (const value of column) sum += value * value;
  return sum / column.length;
}
