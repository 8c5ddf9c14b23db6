import type { ScoreMatrix } from '@goldpan/core';

/** Marks an item on which one of the two systems has no score. */
export const ABSENT = -(2 ** 31);

/** The paired differences of two systems, as places in the order of their sizes. */
export interface DifferenceRanks {
  /** Number of distinct sizes |d| > 0. */
  readonly sizes: number;
  /** Per item the place of |d| among the distinct sizes, 1 for the smallest, with the sign of d; 0 for d = 0; or ABSENT. */
  readonly places: Int32Array;
}

/** Places of the differences `a − b` of two columns of a score matrix. Two sizes are the same when they are the same double. */
export function differenceRanks(
  { items, systems, values }: ScoreMatrix,
  a: number,
  b: number,
): DifferenceRanks {
  const differences = new Float64Array(items);
  for (let item = 0; item < items; item++) {
    differences[item] = values[item * systems + a] - values[item * systems + b];
  }
  const sorted = distinctSizes(differences);
  const places = Int32Array.from(differences, (difference) => {
    if (Number.isNaN(difference)) return ABSENT;
    return difference === 0 ? 0 : Math.sign(difference) * placeOf(Math.abs(difference), sorted);
  });
  return { sizes: sorted.length, places };
}

function distinctSizes(differences: Float64Array): Float64Array {
  const sizes = differences.map(Math.abs).sort(); // NaN sorts last
  return sizes.filter((size, i) => size > 0 && (i === 0 || size !== sizes[i - 1]));
}

/** 1 + the index of a value in sorted, distinct values, by bisection. */
function placeOf(value: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
