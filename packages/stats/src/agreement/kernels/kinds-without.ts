import type { CodedRatings } from './coded-ratings.js';
import type { UnitKinds } from './unit-kinds.js';

/**
 * The kinds of units without one rating of some of them, such as those of a rater: new kinds come after those that there are, which
 * may have no unit left.
 * O(units + ratings of the new kinds).
 *
 * @param left - units, each with the code of the rating that it loses
 */
export function kindsWithout(
  { of, coded }: UnitKinds,
  left: Iterable<readonly [unit: number, code: number]>,
): UnitKinds {
  const { starts, codes, levels } = coded;
  const kinds = starts.length - 1;
  const without = of.slice();
  const known = new Map<number, number>();
  const rows: number[][] = [];
  for (const [unit, code] of left) {
    const key = of[unit] * levels.length + code;
    let kind = known.get(key);
    if (kind === undefined) {
      known.set(key, (kind = kinds + rows.length));
      const row = Array.from(codes.subarray(starts[of[unit]], starts[of[unit] + 1]));
      row.splice(row.indexOf(code), 1);
      rows.push(row);
    }
    without[unit] = kind;
  }
  return { of: without, coded: withRows(coded, rows) };
}

function withRows({ starts, codes, levels }: CodedRatings, rows: readonly number[][]): CodedRatings {
  const more = new Uint32Array(starts.length + rows.length);
  more.set(starts);
  rows.forEach((row, at) => (more[starts.length + at] = more[starts.length + at - 1] + row.length));
  const all = new Uint32Array(more[more.length - 1]);
  all.set(codes);
  rows.forEach((row, at) => all.set(row, more[starts.length + at - 1]));
  return { starts: more, codes: all, levels };
}
