import { stream } from '@goldpan/core';

/**
 * A random order of the positions 0…length − 1, every order equally likely: a pure function of its arguments.
 *
 * @param index - which of the orders that belong to the seed; default 0
 * @remarks O(length).
 *
 * @example
 * ```ts
 * import { randomRanking } from '@goldpan/evaluation';
 *
 * randomRanking(5, 0).toSorted(); // → [0, 1, 2, 3, 4]
 * randomRanking(5, 0, 1).join() === randomRanking(5, 0, 1).join(); // → true
 * ```
 */
export function randomRanking(length: number, seed: number, index = 0): Uint32Array {
  const positions = Uint32Array.from({ length }, (_, position) => position);
  return stream(seed, 'random-ranking', index).shuffle(positions);
}
