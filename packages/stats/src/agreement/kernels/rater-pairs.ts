import type { RatingRows } from '../rating-rows.js';
import { codedRatings } from './coded-ratings.js';

/**
 * Every two raters with a unit in common, in the order in which they first meet. What two raters gave to their common units is of few
 * kinds: pair `p` has the kinds from `kindStarts[p]` up to `kindStarts[p + 1]`.
 */
export interface RaterPairs {
  readonly kindStarts: Uint32Array;
  /** Common units of all pairs, and the kind of each. */
  readonly units: Uint32Array;
  readonly kinds: Uint32Array;
  /** Ratings of the one and of the other, by kind, as positions among `levels`. */
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly levels: Float64Array;
}

/** Above it a table of two ratings would be too large: each unit is then of a kind of its own. */
const MOST_LEVELS = 1000;

/** The common units of all pairs, pair by pair: where those of each start, and the two ratings of each, by their positions. */
interface Meetings {
  readonly starts: Uint32Array;
  readonly units: Uint32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

/** Finds the pairs. O(Σ ratings of a unit²). */
export function raterPairs(rows: RatingRows): RaterPairs {
  const { codes, levels } = codedRatings(rows);
  const { starts, units, low, high } = meetingsOf(rows);
  const kinds = new Uint32Array(units.length);
  const kindStarts = new Uint32Array(starts.length);
  const [first, second] = [new Uint32Array(units.length), new Uint32Array(units.length)];
  const known = new Int32Array(levels.length <= MOST_LEVELS ? levels.length ** 2 : 0).fill(-1);
  let next = 0;
  for (let pair = 0; pair + 1 < starts.length; pair++) {
    kindStarts[pair] = next;
    for (let at = starts[pair]; at < starts[pair + 1]; at++) {
      const [a, b] = [codes[low[at]], codes[high[at]]];
      const before = known.length > 0 ? known[a * levels.length + b] : -1;
      // A kind of an earlier pair is none of this.
      if (before >= kindStarts[pair]) kinds[at] = before;
      else {
        kinds[at] = next;
        if (known.length > 0) known[a * levels.length + b] = next;
        first[next] = a;
        second[next++] = b;
      }
    }
  }
  kindStarts[starts.length - 1] = next;
  return {
    kindStarts,
    units,
    kinds,
    first: first.subarray(0, next),
    second: second.subarray(0, next),
    levels,
  };
}

function meetingsOf({ raters, starts, rater }: RatingRows): Meetings {
  const pairs = new Map<number, number>();
  const counts: number[] = [];
  const each = (meet: (pair: number, unit: number, low: number, high: number) => void) => {
    for (let unit = 0; unit + 1 < starts.length; unit++)
      for (let a = starts[unit]; a < starts[unit + 1]; a++)
        for (let b = a + 1; b < starts[unit + 1]; b++) {
          const isOrdered = rater[a] < rater[b];
          const key = isOrdered ? rater[a] * raters + rater[b] : rater[b] * raters + rater[a];
          let pair = pairs.get(key);
          if (pair === undefined) pairs.set(key, (pair = pairs.size));
          meet(pair, unit, isOrdered ? a : b, isOrdered ? b : a);
        }
  };
  each((pair) => (counts[pair] = (counts[pair] ?? 0) + 1));
  const ends = new Uint32Array(counts.length + 1);
  counts.forEach((count, pair) => (ends[pair + 1] = ends[pair] + count));
  const [units, low, high] = [0, 1, 2].map(() => new Uint32Array(ends[counts.length]));
  const next = ends.slice();
  each((pair, unit, a, b) => {
    const at = next[pair]++;
    units[at] = unit;
    low[at] = a;
    high[at] = b;
  });
  return { starts: ends, units, low, high };
}
