import type { Scale } from '../scale.js';

/** The squared differences of a scale, added up over all ordered pairs of values. Ordinal values are ranks already. */
export function sumOfDifferences(values: Float64Array, scale: Scale): number {
  if (scale === 'nominal') return unequalPairs(values);
  if (scale === 'ratio') return proportions(values);
  // Σ over ordered pairs of (a − b)² is 2·n times the sum of squares around the mean.
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return 2 * values.length * values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

function unequalPairs(values: Float64Array): number {
  let equal = 0;
  for (const count of countsOf(values).values()) equal += count * count;
  return values.length ** 2 - equal;
}

function proportions(values: Float64Array): number {
  const counts = [...countsOf(values)];
  let sum = 0;
  counts.forEach(([a, countOfA], i) => {
    // Two different values of 0 and above: their sum is not 0.
    for (let j = 0; j < i; j++)
      sum += 2 * countOfA * counts[j][1] * ((a - counts[j][0]) / (a + counts[j][0])) ** 2;
  });
  return sum;
}

/** How often each value occurs; −0 is 0. */
export function countsOf(values: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
