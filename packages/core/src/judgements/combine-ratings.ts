import type { RatingRule } from './rating-rule.js';

/** One score of several ratings of the same cell; for `z-mean` they must be standardised already. O(ratings log ratings). */
export function combineRatings(ratings: readonly number[], rule: RatingRule): number {
  if (ratings.length === 1) return ratings[0];
  if (rule !== 'median') return ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
  const sorted = ratings.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
