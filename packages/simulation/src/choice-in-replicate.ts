import type { Choice } from './choice.js';

/** Finds the positions at which a replicate has items: item by item, the positions of each in rising order. */
export type PositionsOf = (items: Uint32Array) => Uint32Array;

/**
 * Where the items of the data stand in a replicate; items that were not drawn stand nowhere. O(N + drawn) now, and as much per call.
 *
 * @param drawn - the item at each position
 * @param items - number of items of the data, N
 */
export function positionsIn(drawn: Uint32Array, items: number): PositionsOf {
  // Each item's positions as a linked list: the first one, and after each position the next.
  const first = new Int32Array(items).fill(-1);
  const next = new Int32Array(drawn.length);
  for (let position = drawn.length - 1; position >= 0; position--) {
    next[position] = first[drawn[position]];
    first[drawn[position]] = position;
  }
  return (wanted) => {
    const positions = new Uint32Array(drawn.length);
    let count = 0;
    for (const item of wanted) {
      for (let position = first[item]; position >= 0; position = next[position])
        positions[count++] = position;
    }
    return positions.subarray(0, count);
  };
}

/** A choice of items as the choice of the positions that have them: an item drawn twice is chosen twice. */
export function choiceInReplicate(choice: Choice, positionsOf: PositionsOf): Choice {
  if ('ranking' in choice) return { ranking: positionsOf(choice.ranking) };
  return { chosen: choice.chosen.map((items) => positionsOf(items).sort()) };
}
