import type { RatingRows } from '../rating-rows.js';

/** Ratings as positions among distinct values. */
export interface CodedRatings {
  readonly starts: Uint32Array;
  readonly codes: Uint32Array;
  /** Distinct values, ascending; not all need occur. */
  readonly levels: Float64Array;
}

/** Codes ratings once, so that replicates only count. O(ratings + levels · log levels). */
export function codedRatings({ starts, values }: Pick<RatingRows, 'starts' | 'values'>): CodedRatings {
  const levels = Float64Array.from(new Set(values)).sort();
  const places = new Map(Array.from(levels, (level, at) => [level, at]));
  const codes = new Uint32Array(values.length);
  for (let at = 0; at < codes.length; at++) codes[at] = places.get(values[at])!;
  return { starts, codes, levels };
}

/** Counts the ratings by level where units count as often as they are weighted; units with one rating do not. Gives their number. */
export function countLevels(
  { starts, codes }: CodedRatings,
  weights: ArrayLike<number>,
  counts: Float64Array,
): number {
  counts.fill(0);
  let total = 0;
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    const from = starts[unit];
    const to = starts[unit + 1];
    const weight = weights[unit];
    if (weight === 0 || to - from < 2) continue;
    for (let at = from; at < to; at++) counts[codes[at]] += weight;
    total += weight * (to - from);
  }
  return total;
}

/** Whether ratings of more than one level count: asked by counting, since sums of equal values vary by rounding. */
export function varies(counts: Float64Array): boolean {
  let levels = 0;
  for (const count of counts) if (count > 0 && ++levels > 1) return true;
  return false;
}
