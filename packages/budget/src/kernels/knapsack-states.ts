/**
 * Partial solutions of a knapsack, by rising weight and, because dominated ones are dropped, by rising value. `node` is
 * the last step of its history; a state just made by flipping a position has ~node of the state it was made from.
 */
export interface States {
  size: number;
  weights: Float64Array;
  values: Float64Array;
  nodes: Int32Array;
}

export function emptyStates(room: number): States {
  return {
    size: 0,
    weights: new Float64Array(room),
    values: new Float64Array(room),
    nodes: new Int32Array(room),
  };
}

/**
 * Merges the states with themselves shifted by one flip, into `into`. Of two states the heavier one stays only when its
 * value is higher. O(states).
 */
export function mergeShifted(from: States, shift: { weight: number; value: number }, into: States): void {
  if (into.weights.length < 2 * from.size) Object.assign(into, emptyStates(3 * from.size));
  const { weights, values, nodes, size } = from;
  let kept = 0;
  let highest = -Infinity;
  for (let old = 0, flipped = 0; old < size || flipped < size;) {
    const flippedWeight = flipped < size ? weights[flipped] + shift.weight : Infinity;
    const flippedValue = flipped < size ? values[flipped] + shift.value : 0;
    const takeOld =
      old < size &&
      (weights[old] < flippedWeight || (weights[old] === flippedWeight && values[old] >= flippedValue));
    const weight = takeOld ? weights[old] : flippedWeight;
    const value = takeOld ? values[old] : flippedValue;
    const node = takeOld ? nodes[old] : ~nodes[flipped];
    if (takeOld) old++;
    else flipped++;
    if (value <= highest) continue;
    highest = value;
    into.weights[kept] = weight;
    into.values[kept] = value;
    into.nodes[kept++] = node;
  }
  into.size = kept;
}

/** The heaviest state within the capacity, which is also the most valuable of those; -1 when none is. O(log states). */
export function bestWithin({ weights, size }: States, capacity: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (weights[middle] <= capacity) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
