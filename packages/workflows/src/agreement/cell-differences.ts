import { averageRanks, type RatingRows } from '@goldpan/stats';
import type { CriterionAgreement } from '@goldpan/core';

/** How far apart the ratings of cells are. */
export interface CellDifferences {
  /** Ratings on the level at which differences count: ranks for an order, else the values. */
  readonly places: Float64Array;
  /** Mean squared difference of two ratings of each cell, as a multiple of that of any two ratings; 0 where nothing varies. */
  readonly relative: Float64Array;
}

/** The part of each cell in the disagreement that alpha counts. O(ratings log ratings). */
export function cellDifferences(
  { starts, values }: Pick<RatingRows, 'starts' | 'values'>,
  measured: CriterionAgreement['measured'],
): CellDifferences {
  const places = measured === 'ordinal' ? Float64Array.from(averageRanks(values)) : values;
  const between = measured === 'nominal' ? unequalPairs : squaredDifferences;
  const expected = between(places);
  const relative = Float64Array.from({ length: starts.length - 1 }, (_, cell) =>
    expected > 0 ? between(places.subarray(starts[cell], starts[cell + 1])) / expected : 0,
  );
  return { places, relative };
}

/** Mean over pairs: twice the sample variance. */
function squaredDifferences(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += (value - values[0]) / values.length;
  let squares = 0;
  for (const value of values) squares += (value - values[0] - mean) ** 2;
  return (2 * squares) / (values.length - 1);
}

/** The share of pairs that differ. */
function unequalPairs(values: Float64Array): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let equal = 0;
  for (const count of counts.values()) equal += count * (count - 1);
  return 1 - equal / (values.length * (values.length - 1));
}
