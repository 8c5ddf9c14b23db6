import type { CodedRatings } from './coded-ratings.js';
import type { Reweighted } from './reweighted.js';

/** Units of which those with the same ratings are of one kind: on scales with few levels there are far fewer kinds than units. */
export interface UnitKinds {
  /** The kind of each unit. */
  readonly of: Uint32Array;
  /** The ratings of each kind. */
  readonly coded: CodedRatings;
}

/**
 * Tells units apart by their ratings, whoever gave them; by the ratings in their order where that counts. Where there are about as many
 * kinds as units, each unit is one of its own. O(ratings).
 */
export function unitKinds(coded: CodedRatings, isOrdered = false): UnitKinds {
  const { starts, codes, levels } = coded;
  const units = starts.length - 1;
  // A tree of ratings: the way to a node is what the ratings have been so far.
  const next = new Map<number, number>();
  const kindAt: number[] = [];
  const firsts: number[] = [];
  const of = new Uint32Array(units);
  for (let unit = 0; unit < units; unit++) {
    const row = isOrdered ? codes.subarray(starts[unit], starts[unit + 1]) : sortedRow(coded, unit);
    let node = 0;
    for (const code of row) {
      const step = node * levels.length + code;
      let to = next.get(step);
      if (to === undefined) next.set(step, (to = next.size + 1));
      node = to;
    }
    if (next.size > units) return { of: of.map((_, at) => at), coded };
    if (kindAt[node] === undefined) {
      kindAt[node] = firsts.length;
      firsts.push(unit);
    }
    of[unit] = kindAt[node];
  }
  return { of, coded: rowsOf(coded, firsts) };
}

/** The coefficient of units by that of kinds. */
export function byKind(inner: Reweighted, { of, coded }: UnitKinds): Reweighted {
  const sums = new Float64Array(coded.starts.length - 1);
  return (weights) => {
    sums.fill(0);
    for (let unit = 0; unit < of.length; unit++) sums[of[unit]] += weights[unit];
    return inner(sums);
  };
}

/** The ratings of a unit, ascending. They are few: each is put in its place. */
function sortedRow({ starts, codes }: CodedRatings, unit: number): Uint32Array {
  const row = codes.slice(starts[unit], starts[unit + 1]);
  if (row.length > 32) return row.sort();
  for (let at = 1; at < row.length; at++) {
    const code = row[at];
    let place = at;
    for (; place > 0 && row[place - 1] > code; place--) row[place] = row[place - 1];
    row[place] = code;
  }
  return row;
}

/** The ratings of some units. */
function rowsOf({ starts, codes, levels }: CodedRatings, units: readonly number[]): CodedRatings {
  const taken = new Uint32Array(units.length + 1);
  units.forEach((unit, at) => (taken[at + 1] = taken[at] + starts[unit + 1] - starts[unit]));
  const own = new Uint32Array(taken[units.length]);
  units.forEach((unit, at) => own.set(codes.subarray(starts[unit], starts[unit + 1]), taken[at]));
  return { starts: taken, codes: own, levels };
}
