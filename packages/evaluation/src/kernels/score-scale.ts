import type { ScoreMatrix } from '@goldpan/core';
import { quantileSorted } from '@goldpan/stats';

/** Differences below this share of the largest score would drown in a unit that is made for the largest score. */
const DROWNING = 2 ** -16;

/** Where the ordinary differences of a pair begin: this share of them is smaller. */
const SMALL_SHARE = 0.1;

/** Differences of up to this share of the scores come from the rounding of the scores themselves. */
const ROUNDING = 2 ** -51;

/**
 * How large the scores are that sums must tell apart. The largest score, where the differences between systems are in
 * proportion to it; where one score is far larger, or all share an offset, the smallest ordinary difference of any pair.
 * O(N·S²); sorting only in the second case.
 */
export function scoreScale(matrix: ScoreMatrix, largest: number): number {
  const least = largest * DROWNING;
  if (!someDrown(matrix, least)) return largest;
  const scale = smallestOrdinaryDifference(matrix);
  return scale < least ? scale : largest;
}

/** Whether, for some pair of systems, more than a small share of the differences other than 0 lie below a size. */
function someDrown({ items, systems, values }: ScoreMatrix, least: number): boolean {
  for (let a = 0; a < systems; a++) {
    for (let b = a + 1; b < systems; b++) {
      let small = 0;
      let large = 0;
      for (let row = 0; row < items * systems; row += systems) {
        const size = Math.abs(values[row + a] - values[row + b]);
        if (size >= least) large++;
        else if (size > 0) small++;
      }
      if (small > SMALL_SHARE * (small + large)) return true;
    }
  }
  return false;
}

function smallestOrdinaryDifference({ items, systems, values }: ScoreMatrix): number {
  let smallest = Infinity;
  for (let a = 0; a < systems; a++) {
    for (let b = a + 1; b < systems; b++) {
      const sizes: number[] = [];
      for (let row = 0; row < items * systems; row += systems) {
        const [one, other] = [values[row + a], values[row + b]];
        const size = Math.abs(one - other);
        if (size > ROUNDING * Math.max(Math.abs(one), Math.abs(other))) sizes.push(size);
      }
      if (sizes.length === 0) continue;
      smallest = Math.min(smallest, quantileSorted(Float64Array.from(sizes).sort(), SMALL_SHARE));
    }
  }
  return smallest;
}

/**
 * What the rounding of the scores themselves leaves open: half the last bit of a score of middling size, of the system where
 * that is least. 0 where all scores are 0.
 */
export function scoreRounding({ items, systems, values }: ScoreMatrix): number {
  let least = Infinity;
  for (let system = 0; system < systems; system++) {
    const column = Float64Array.from({ length: items }, (_, item) =>
      Math.abs(values[item * systems + system]),
    );
    const sizes = column.filter((size) => size > 0).sort();
    if (sizes.length > 0) least = Math.min(least, quantileSorted(sizes, 0.5));
  }
  return least === Infinity ? 0 : least * 2 ** -53;
}
