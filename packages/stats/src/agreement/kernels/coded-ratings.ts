import type { RatingRows } from '../rating-rows.js';

/** Ratings as positions among their distinct values. */
export interface CodedRatings {
  readonly starts: Uint32Array;
  readonly codes: Uint32Array;
  /** The distinct values, ascending. */
  readonly levels: Float64Array;
  /** Counts the ratings by level where units count as often as they are weighted; units with one rating do not. Gives their number. */
  count(weights: ArrayLike<number>, counts: Float64Array): number;
}

/** Codes ratings once, so that replicates only count. O(ratings · log levels). */
export function codedRatings({ starts, values }: Pick<RatingRows, 'starts' | 'values'>): CodedRatings {
  const levels = Float64Array.from(new Set(values)).sort();
  const places = new Map(Array.from(levels, (level, at) => [level, at]));
  const codes = Uint32Array.from(values, (value) => places.get(value)!);
  return {
    starts,
    codes,
    levels,
    count(weights, counts) {
      counts.fill(0);
      let total = 0;
      for (let unit = 0; unit + 1 < starts.length; unit++) {
        const [from, to] = [starts[unit], starts[unit + 1]];
        const weight = weights[unit];
        if (weight === 0 || to - from < 2) continue;
        for (let at = from; at < to; at++) counts[codes[at]] += weight;
        total += weight * (to - from);
      }
      return total;
    },
  };
}

/** Whether ratings of more than one level count: asked by counting, since sums of equal values vary by rounding. */
export function varies(counts: Float64Array): boolean {
  let levels = 0;
  for (const count of counts) if (count > 0 && ++levels > 1) return true;
  return false;
}
