import type { Rng } from '@goldpan/core';

/**
 * Whole numbers next to given ones, with the same total, each of them the given one in the mean: 2.3 becomes 2 or 3, and 3 in 3 of 10
 * draws.
 *
 * @param shares - of 0 or more; they add up to a whole number
 * @returns O(length)
 * @remarks Systematic rounding: one random start for all, so that the total does not vary.
 */
export function roundAtRandom(shares: Float64Array, rng: Rng): Uint32Array {
  const start = rng.next();
  let total = 0;
  let before = 0;
  return Uint32Array.from(shares, (share, at) => {
    total += share;
    const isLast = at === shares.length - 1;
    const upTo = isLast ? Math.round(total) : Math.floor(total + start + ROUNDING);
    const count = upTo - before;
    before = upTo;
    return count;
  });
}

/** Shares that are whole but for the rounding of their sum count as whole. */
const ROUNDING = 1e-9;
