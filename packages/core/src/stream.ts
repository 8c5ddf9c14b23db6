import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** A source of random numbers. Its state advances with every call; two streams with the same origin give the same numbers. */
export interface Rng {
  /** A uniform number in [0, 1) with 53 random bits. */
  next(): number;
  /** A uniform whole number in [0, bound); `bound` from 1 to 2^32. Free of modulo bias. */
  integer(bound: number): number;
  /** Shuffles an array in place, every order equally likely, and returns it (Fisher–Yates). O(length). */
  shuffle<T extends { [index: number]: number; readonly length: number }>(array: T): T;
}

/**
 * The random stream that belongs to a seed, a label and an index: the same numbers on every system, however many other
 * streams are read before, after or in other threads.
 *
 * @param seed - the root seed the user gave
 * @param label - what the numbers are for, such as `"bootstrap"`
 * @param index - which of several streams of that label, such as a replicate's number; default 0
 * @remarks xoroshiro128+ started from a 128-bit hash of the three arguments.
 */
export function stream(seed: number, label: string, index = 0): Rng {
  const generator = xoroshiro128plusFromState(hash128(`${seed}/${label}/${index}`));
  // The first outputs of neighbouring states resemble each other: leave them.
  for (let i = 0; i < 8; i++) generator.next();
  const next = () => ((generator.next() >>> 5) * 2 ** 26 + (generator.next() >>> 6)) / 2 ** 53;
  const integer = (bound: number) => {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let value = generator.next() >>> 0;
    while (value >= limit) value = generator.next() >>> 0;
    // The upper part of the range rather than the remainder: the lowest bits of xoroshiro128+ are the weakest.
    return Math.floor(value / (limit / bound));
  };
  const shuffle: Rng['shuffle'] = (array) => {
    for (let i = array.length - 1; i > 0; i--) {
      const j = integer(i + 1);
      const kept = array[i];
      array[i] = array[j];
      array[j] = kept;
    }
    return array;
  };
  return { next, integer, shuffle };
}

/** Four 32-bit lanes, each mixed with every UTF-16 unit under its own odd multiplier, then with each other. */
function hash128(text: string): number[] {
  const multipliers = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];
  const lanes = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a];
  for (let i = 0; i < text.length; i++) {
    for (let k = 0; k < 4; k++)
      lanes[k] = rotate(Math.imul(lanes[k] ^ text.charCodeAt(i), multipliers[k]), 13);
  }
  for (let round = 0; round < 4; round++) {
    for (let k = 0; k < 4; k++) lanes[k] = scramble(lanes[k] + lanes[(k + 1) % 4]);
  }
  return lanes;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
