import type { Drawing } from '../src/index.js';

/** Draws that a seed gives, by a multiplicative generator. */
export const drawings =
  (seed: number) =>
  (replicate: number): Drawing => {
    let state = (seed * 1000 + replicate * 7919 + 17) % 2147483647;
    return {
      integer(bound) {
        state = (state * 48271) % 2147483647;
        return state % bound;
      },
      shuffle: (array) => array,
    };
  };
