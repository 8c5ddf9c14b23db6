import type { Affinities } from './affinities.js';
import { greatestOf, roundingFor } from './rounding.js';

/**
 * The candidates in the order in which one is taken of those that are worth the same: what adds most as the first, then
 * what is nearer to the mean of the targets, then the lowest index. Two items of which each stands for the other alone are
 * worth the same whatever the numbers are, and the order of the data should not choose between them.
 *
 * @param first - per candidate what it adds as the first
 */
export function preferenceOrder({ fromMean }: Affinities, first: Float64Array): Uint32Array {
  const rounded = first.map(roundingFor(greatestOf(first)));
  const distance = fromMean ?? new Float64Array(first.length);
  return Uint32Array.from(first.keys()).sort(
    (a, b) => rounded[b] - rounded[a] || distance[a] - distance[b] || a - b,
  );
}

/** The place of every candidate in an order. */
export function placesIn(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length);
  order.forEach((candidate, place) => (places[candidate] = place));
  return places;
}
