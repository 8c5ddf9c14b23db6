import type { Affinities } from './affinities.js';

/**
 * How many of all items each chosen one stands for: every target counts for the chosen candidate nearest to it, the first
 * chosen among equally near ones, and a chosen item for itself. Targets with no affinity to any count for none. Counts
 * of a sample of targets are scaled up to all items.
 *
 * @param targets - per target the item that it is
 * @returns per item; 0 for items not chosen
 * @remarks O(chosen · targets).
 */
export function sharesOfChosen(
  { candidates, targets: width, values }: Affinities,
  chosen: Uint32Array,
  targets: Uint32Array,
): Float64Array {
  const shares = new Float64Array(candidates);
  const isChosen = new Uint8Array(candidates);
  for (const item of chosen) isChosen[item] = 1;
  for (let target = 0; target < width; target++) {
    if (isChosen[targets[target]]) {
      shares[targets[target]]++;
      continue;
    }
    let best = -1;
    let greatest = 0;
    for (const item of chosen) {
      if (values[item * width + target] <= greatest) continue;
      greatest = values[item * width + target];
      best = item;
    }
    if (best >= 0) shares[best]++;
  }
  return shares.map((share) => (share * candidates) / width);
}
