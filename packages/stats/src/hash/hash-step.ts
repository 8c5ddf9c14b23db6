/** Where a hash of a sequence of numbers starts. */
export const HASH_START = 0x811c9dc5;

/**
 * Takes one more number into a 32-bit hash (the step of FNV-1a, on code points in place of bytes).
 *
 * @example
 * ```ts
 * import { HASH_START, hashStep } from '@goldpan/stats';
 *
 * hashStep(HASH_START, 97) >>> 0; // → 3826002220
 * ```
 */
export function hashStep(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}

/**
 * Spreads a hash so that any of its bits may serve as a bucket number (the finaliser of MurmurHash3).
 *
 * @example
 * ```ts
 * import { spreadBits } from '@goldpan/stats';
 *
 * spreadBits(1); // → 1364076727
 * ```
 */
export function spreadBits(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
