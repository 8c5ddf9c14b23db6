import type { Rng } from '@goldpan/core';

/**
 * Every (N/n)-th item of an order from a random start: each item with probability n/N, spread evenly over the order.
 *
 * @param order - item indices
 * @param n - items to draw, from 1 to N
 * @returns n item indices, in the order. O(n)
 */
export function systematicSample(order: Uint32Array, n: number, rng: Rng): Uint32Array {
  const step = order.length / n;
  const start = rng.next() * step;
  return Uint32Array.from(
    { length: n },
    (_, i) => order[Math.min(order.length - 1, Math.floor(start + i * step))],
  );
}
