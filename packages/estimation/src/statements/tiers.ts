import type { Difference } from './differences.js';
import { surely } from './rank-sets.js';

/**
 * Tiers: groups of neighbours in the order of the values such that every system of a tier is surely better than every system of the
 * next. O(S² log S).
 *
 * @param values - of the systems, higher = better
 * @returns shape (systems): 1 = the best tier
 */
export function tiers(differences: readonly Difference[], values: ArrayLike<number>): Uint32Array {
  const systems = values.length;
  const order = Array.from({ length: systems }, (_, s) => s).sort((s, t) => values[t] - values[s]);
  const place = new Uint32Array(systems);
  order.forEach((system, at) => (place[system] = at));
  // A cut below place p stands when no pair across it is undecided: the furthest reach of an undecided pair forbids cuts before it.
  const reach = Uint32Array.from({ length: systems }, (_, at) => at);
  for (const { a, b, simultaneous } of differences) {
    const [above, below] = place[a] < place[b] ? [a, b] : [b, a];
    const sure = surely(simultaneous) === (above === a ? 1 : -1);
    if (!sure) reach[place[above]] = Math.max(reach[place[above]], place[below]);
  }
  const tier = new Uint32Array(systems);
  let number = 1;
  let furthest = 0;
  order.forEach((system, at) => {
    if (at > furthest) number++;
    furthest = Math.max(furthest, reach[at]);
    tier[system] = number;
  });
  return tier;
}
