import { rankByUtility, type Rng } from '@goldpan/core';
import { certainCount, sortedSizes } from './certain-count.js';

/**
 * An order of the items of which the first k, for every k, are a sample with exactly the inclusion probabilities of
 * `inclusionForSize(sizes, k)`.
 *
 * Items are eliminated one by one, from N down to one. Of the k + 1 that are left an item goes with probability
 * 1 − πᵢ(k)/πᵢ(k + 1): 0 for those that stay certain, 1 − πᵢ(k) for those that cease to be, the same for all others. What goes
 * first is last in the order.
 *
 * @param sizes - shape (N), each above 0
 * @returns item indices, the last one to be eliminated first
 * @remarks The elimination procedure of Tillé (Biometrika 83, 1996). O(N log N).
 */
export function eliminationOrder(sizes: Float64Array, rng: Rng): Uint32Array {
  const largestFirst = rankByUtility(sizes);
  const sorted = sortedSizes(Float64Array.from(largestFirst, (item) => sizes[item]));
  const order = new Uint32Array(sizes.length);
  // Positions of items that are left and not certain; those that are certain come before `certain`.
  const open = new Uint32Array(sizes.length);
  let openCount = 0;
  let certain = sizes.length;
  for (let k = sizes.length - 1; k >= 0; k--) {
    const before = openCount;
    const stillCertain = certainCount(sorted, k, certain);
    const scale = (k - stillCertain) / sorted.suffix[stillCertain];
    let draw = rng.next();
    let gone = -1;
    for (let position = stillCertain; position < certain; position++) {
      if (gone < 0) draw -= 1 - sorted.descending[position] * scale;
      if (gone < 0 && draw < 0) gone = position;
      else open[openCount++] = position;
    }
    certain = stillCertain;
    if (gone < 0) {
      const place = rng.integer(before || openCount);
      gone = open[place];
      open[place] = open[--openCount];
    }
    order[k] = largestFirst[gone];
  }
  return order;
}
