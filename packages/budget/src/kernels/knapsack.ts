import { FlipHistory } from './flip-history.js';
import { bestWithin, emptyStates, mergeShifted, type States } from './knapsack-states.js';

/** Which units to choose for the highest value within a capacity. Values and weights are above 0. */
export interface Knapsack {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly capacity: number;
}

/** The best selection found, and a bound that no selection exceeds; equal when the selection is proven best. */
export interface KnapsackResult {
  readonly chosen: Uint8Array;
  readonly objective: number;
  readonly bound: number;
}

/** Where the search gives up on a proof. */
export interface KnapsackLimits {
  readonly steps: number;
  readonly lookedAt: number;
}

/** Steps of history (about 130 MB), partial solutions looked at (about 3 s). */
const LIMITS: KnapsackLimits = { steps: 16_000_000, lookedAt: 200_000_000 };
/** Sums that differ by less than this share are equal: rounding. */
const ROUNDING = 1e-12;

/**
 * Solves a 0/1 knapsack exactly by dynamic programming over a core that widens as needed (after Pisinger's minknap):
 * from the greedy solution, units beyond its break are added and units before it removed in turn. Of the partial
 * solutions those are kept that no lighter one beats in value and whose linear bound exceeds the best solution found.
 * Weights and values may be any positive numbers; units of equal ratio are tried in their order.
 *
 * @remarks O(n log n) plus the partial solutions kept. A hard instance (values almost proportional to weights) stops after
 * 200 million of them were looked at, with the bound that is left then.
 */
export function solveKnapsack(
  { values, weights, capacity }: Knapsack,
  limits: KnapsackLimits = LIMITS,
): KnapsackResult {
  const ratios = values.map((value, unit) => value / weights[unit]);
  const order = Uint32Array.from(values, (_, unit) => unit)
    .filter((unit) => weights[unit] <= capacity)
    .sort((a, b) => ratios[b] - ratios[a] || a - b);
  const sorted: Knapsack = {
    values: Float64Array.from(order, (unit) => values[unit]),
    weights: Float64Array.from(order, (unit) => weights[unit]),
    capacity,
  };
  const { inside, bound } = searchCore(sorted, limits);
  const chosen = new Uint8Array(values.length);
  let objective = 0;
  inside.forEach((isInside, position) => {
    chosen[order[position]] = isInside;
    if (isInside) objective += sorted.values[position];
  });
  return { chosen, objective, bound: Math.max(bound, objective) };
}

interface Search extends Knapsack {
  /** First position that does not fit after all before it; the start solution is everything before it. */
  readonly breakAt: number;
  readonly start: { readonly weight: number; readonly value: number };
  readonly history: FlipHistory;
  states: States;
  spare: States;
  lookedAt: number;
  /** The best solution so far: its value, and its node in the history or -1 for the greedy solution. */
  best: number;
  node: number;
}

function searchCore(knapsack: Knapsack, limits: KnapsackLimits): { inside: Uint8Array; bound: number } {
  const { values } = knapsack;
  const search = startOf(knapsack);
  const greedy = fillUp(search);
  let below = search.breakAt - 1;
  let above = search.breakAt;
  let bound: number | undefined;
  while (search.states.size > 0 && (below >= 0 || above < values.length)) {
    if (search.history.size > limits.steps || search.lookedAt > limits.lookedAt) {
      bound = highestBound(search, { below, above });
      break;
    }
    if (above < values.length) flip(search, above, { below, above: ++above });
    if (below >= 0 && search.states.size > 0) flip(search, below, { below: --below, above });
  }
  if (search.node < 0) return { inside: greedy, bound: bound ?? search.best };
  const inside = Uint8Array.from(values, (_, position) => Number(position < search.breakAt));
  search.history.apply(search.node, inside);
  return { inside, bound: bound ?? search.best };
}

function startOf(knapsack: Knapsack): Search {
  const { values, weights, capacity } = knapsack;
  let weight = 0;
  let value = 0;
  let breakAt = 0;
  for (; breakAt < values.length && weight + weights[breakAt] <= capacity; breakAt++) {
    weight += weights[breakAt];
    value += values[breakAt];
  }
  const [states, spare] = [emptyStates(1024), emptyStates(1024)];
  states.size = 1;
  states.weights[0] = weight;
  states.values[0] = value;
  const found = { best: value, node: 0, lookedAt: 0 };
  return {
    ...knapsack,
    breakAt,
    start: { weight, value },
    history: new FlipHistory(),
    states,
    spare,
    ...found,
  };
}

/** The greedy solution: the start, and every later unit that still fits. Becomes the best solution so far. */
function fillUp(search: Search): Uint8Array {
  const { values, weights, capacity, breakAt, start } = search;
  const inside = Uint8Array.from(values, (_, position) => Number(position < breakAt));
  let { weight, value } = start;
  for (let position = breakAt; position < values.length; position++) {
    if (weight + weights[position] > capacity) continue;
    weight += weights[position];
    value += values[position];
    inside[position] = 1;
  }
  Object.assign(search, { best: value, node: -1 });
  return inside;
}

/** The positions next to the core: what may still be removed, what may still be added. */
interface Edges {
  readonly below: number;
  readonly above: number;
}

/** Takes a position into the core: every state may flip it or leave it. */
function flip(search: Search, position: number, edges: Edges): void {
  const sign = position < search.breakAt ? -1 : 1;
  const shift = { weight: sign * search.weights[position], value: sign * search.values[position] };
  if (!isWorthFlipping(search, shift)) return;
  mergeShifted(search.states, shift, search.spare);
  const merged = search.spare;
  search.spare = search.states;
  search.states = merged;
  search.lookedAt += merged.size;
  const at = bestWithin(merged, search.capacity);
  if (at >= 0 && merged.values[at] > search.best * (1 + ROUNDING)) {
    search.best = merged.values[at];
    if (merged.nodes[at] < 0) merged.nodes[at] = search.history.add(~merged.nodes[at], position);
    search.node = merged.nodes[at];
  }
  prune(search, position, edges);
}

/** Whether the linear bound with this flip forced exceeds the best solution (Dembo and Hammer's test). */
function isWorthFlipping(search: Search, shift: { weight: number; value: number }): boolean {
  const { values, weights, breakAt, start, capacity, best } = search;
  if (breakAt === values.length) return false;
  const ratio = values[breakAt] / weights[breakAt];
  return start.value + shift.value + (capacity - start.weight - shift.weight) * ratio > best * (1 + ROUNDING);
}

/** Drops the states that cannot lead to a better solution, and gives the new ones their place in the history. */
function prune(search: Search, position: number, edges: Edges): void {
  const { states, history, capacity } = search;
  const { weights, values, nodes } = states;
  const ratios = edgeRatios(search, edges);
  const least = search.best * (1 + ROUNDING);
  let kept = 0;
  for (let at = 0; at < states.size; at++) {
    const left = capacity - weights[at];
    // What is left is filled at the best ratio still outside; an excess is removed at the worst ratio still inside.
    if (!(values[at] + left * (left >= 0 ? ratios.add : ratios.remove) > least)) continue;
    weights[kept] = weights[at];
    values[kept] = values[at];
    nodes[kept++] = nodes[at] < 0 ? history.add(~nodes[at], position) : nodes[at];
  }
  states.size = kept;
}

function edgeRatios({ values, weights }: Knapsack, { below, above }: Edges) {
  return {
    add: above < values.length ? values[above] / weights[above] : 0,
    remove: below >= 0 ? values[below] / weights[below] : Infinity,
  };
}

function highestBound(search: Search, edges: Edges): number {
  const { states, capacity } = search;
  const ratios = edgeRatios(search, edges);
  let highest = search.best;
  for (let at = 0; at < states.size; at++) {
    const left = capacity - states.weights[at];
    highest = Math.max(highest, states.values[at] + left * (left >= 0 ? ratios.add : ratios.remove));
  }
  return highest;
}
