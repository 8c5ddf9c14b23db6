import type { RatingRows } from '../rating-rows.js';

/** The units that two raters both rated. */
export interface RaterPair {
  readonly units: number[];
  /** Ratings of the one and of the other, unit by unit. */
  readonly first: number[];
  readonly second: number[];
}

/** Every two raters with a unit in common, in the order in which they first meet. O(Σ ratings of a unit²). */
export function raterPairs({ raters, starts, rater, values }: RatingRows): RaterPair[] {
  const pairs = new Map<number, RaterPair>();
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    for (let a = starts[unit]; a < starts[unit + 1]; a++) {
      for (let b = a + 1; b < starts[unit + 1]; b++) {
        const [low, high] = rater[a] < rater[b] ? [a, b] : [b, a];
        const key = rater[low] * raters + rater[high];
        let pair = pairs.get(key);
        if (pair === undefined) pairs.set(key, (pair = { units: [], first: [], second: [] }));
        pair.units.push(unit);
        pair.first.push(values[low]);
        pair.second.push(values[high]);
      }
    }
  }
  return [...pairs.values()];
}
