import { stream } from '@goldpan/core';

/**
 * Inclusion probabilities of units that are taken in random order until the first that no longer fits into the budget.
 *
 * Dear units are taken less often than cheap ones, as they are likelier to be the one that does not fit. Over random orders of the others
 * a unit of size s is taken if it comes before the sum of them passes budget − s: of M places that it can have, as many as there
 * are beginnings of that sum or less. The mean share over the draws is its probability; equal sizes have equal ones.
 *
 * @param sizes - shape (M), each above 0 and at most the budget
 * @returns shape (M), in (0, 1]; exact where all sizes are equal, otherwise with a relative error of about a hundredth of that of one draw
 * @remarks O(draws · (n + distinct sizes · log n)) for n units taken. The same numbers whatever the seed of the sample.
 */
export function prefixInclusion(sizes: Float64Array, budget: number, draws = 1000): Float64Array {
  const rng = stream(0, 'until-spent/inclusion');
  const distinct = Float64Array.from(new Set(sizes)).sort();
  const counts = new Float64Array(distinct.length);
  const order = Uint32Array.from(sizes, (_, unit) => unit);
  // One unit of each size stands for all of its size.
  const takenIn = new Int32Array(sizes.length).fill(-1);
  const first = firstOfSize(sizes, distinct);
  const sums = new Float64Array(sizes.length + 1);
  for (let draw = 0; draw < draws; draw++) {
    let taken = 0;
    for (; taken < sizes.length; taken++) {
      const at = taken + rng.integer(sizes.length - taken);
      const unit = order[at];
      order[at] = order[taken];
      order[taken] = unit;
      sums[taken + 1] = sums[taken] + sizes[unit];
      if (sums[taken + 1] > budget) break;
      takenIn[unit] = draw;
    }
    for (let s = 0; s < distinct.length; s++)
      counts[s] += takenIn[first[s]] === draw ? taken : beginnings(sums, taken, budget - distinct[s]);
  }
  const place = new Map(Array.from(distinct, (size, s) => [size, s]));
  return sizes.map((size) => counts[place.get(size)!] / draws / sizes.length);
}

function firstOfSize(sizes: Float64Array, distinct: Float64Array): Uint32Array {
  const first = new Map<number, number>();
  sizes.forEach((size, unit) => first.has(size) || first.set(size, unit));
  return Uint32Array.from(distinct, (size) => first.get(size)!);
}

/** How many of the sums 0 … taken, which ascend, are at most the limit. */
function beginnings(sums: Float64Array, taken: number, limit: number): number {
  let [low, high] = [0, taken + 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
