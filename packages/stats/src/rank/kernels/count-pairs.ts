/** How the unordered pairs of elements of two vectors compare. */
export interface PairCounts {
  readonly pairs: number;
  readonly tiedInA: number;
  readonly tiedInB: number;
  /** Pairs ordered alike minus pairs ordered oppositely; ties in either vector count for neither. */
  readonly concordantMinusDiscordant: number;
  readonly distinctInA: number;
  readonly distinctInB: number;
}

/**
 * Counts concordant, discordant and tied pairs with a merge sort instead of comparing all pairs
 * (W. R. Knight, A computer method for calculating Kendall's tau with ungrouped data, JASA 61, 1966).
 */
export function countPairs(a: ArrayLike<number>, b: ArrayLike<number>): PairCounts {
  const n = a.length;
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  order.sort((i, j) => compare(a[i], a[j]) || compare(b[i], b[j]));

  const byA = countTies(n, (i, j) => a[order[i]] === a[order[j]]);
  const inBoth = countTies(n, (i, j) => a[order[i]] === a[order[j]] && b[order[i]] === b[order[j]]);
  const sorted = new Float64Array(n);
  for (let i = 0; i < n; i++) sorted[i] = b[order[i]];
  const discordant = sortCountingInversions(sorted);
  const byB = countTies(n, (i, j) => sorted[i] === sorted[j]);

  const pairs = (n * (n - 1)) / 2;
  return {
    pairs,
    tiedInA: byA.pairs,
    tiedInB: byB.pairs,
    concordantMinusDiscordant: pairs - byA.pairs - byB.pairs + inBoth.pairs - 2 * discordant,
    distinctInA: byA.groups,
    distinctInB: byB.groups,
  };
}

function compare(x: number, y: number): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Pairs inside runs of neighbours that are the same, and the number of runs. */
function countTies(n: number, same: (i: number, j: number) => boolean): { pairs: number; groups: number } {
  let pairs = 0;
  let groups = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    while (end < n && same(start, end)) end++;
    pairs += ((end - start) * (end - start - 1)) / 2;
    groups++;
  }
  return { pairs, groups };
}

/** Sorts upwards in place, bottom-up; returns how many pairs were in strictly descending order. */
function sortCountingInversions(values: Float64Array): number {
  const n = values.length;
  const merged = new Float64Array(n);
  let inversions = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        if (left < middle && (right >= end || values[left] <= values[right])) {
          merged[at] = values[left++];
        } else {
          merged[at] = values[right++];
          inversions += middle - left; // everything left of the middle that is still waiting is larger
        }
      }
    }
    values.set(merged);
  }
  return inversions;
}
