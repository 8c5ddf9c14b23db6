import type { Estimate } from '@goldpan/core';
import { twoWay } from '../fit/two-way.js';
import type { Pair } from '../pair.js';

/** How much a group of judged items carries the difference of a pair. */
export interface Influence {
  /** Item index, or document or other group as labelled. */
  readonly group: number;
  /** Difference with the group less that without it: above 0 = it speaks for a. */
  readonly effect: number;
  /** The difference without it; undefined where nothing compares the two without it. */
  readonly without: number | undefined;
}

/**
 * The items that carry the difference of a pair, largest effect first: equal to leaving each out, the weights of the metrics
 * held. O(n) where all systems of the judged items are judged, else O(n·(n·S² + S³)).
 *
 * @param groups - label of each judged item, shape (judged), such as `estimate.units`; default: the item's index
 */
export function influence(
  estimate: Estimate,
  pair: Pair,
  groups: ArrayLike<number> = estimate.judged,
): Influence[] {
  const labels = [...new Set(Array.from(groups))];
  const complete = !estimate.adjusted.some(Number.isNaN);
  const left = complete ? leaveOut(estimate, pair, groups) : leaveOutIncomplete(estimate, pair, groups);
  const all = estimate.values[pair.a] - estimate.values[pair.b];
  return labels
    .map((group) => ({ group, without: left(group) }))
    .map(({ group, without }) => ({ group, without, effect: without === undefined ? all : all - without }))
    .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
}

/** The difference of two means without a group, from the sums with it. */
function leaveOut({ adjusted, weights, systems }: Estimate, { a, b }: Pair, groups: ArrayLike<number>) {
  const parts = new Map<number, { sum: number; weight: number }>();
  let total = 0;
  weights.forEach((weight, i) => {
    const part = weight * (adjusted[i * systems.length + a] - adjusted[i * systems.length + b]);
    const { sum, weight: before } = parts.get(groups[i]) ?? { sum: 0, weight: 0 };
    parts.set(groups[i], { sum: sum + part, weight: before + weight });
    total += part;
  });
  return (group: number) => {
    const { sum, weight } = parts.get(group)!;
    return parts.size > 1 ? (total - sum) / (1 - weight) : undefined;
  };
}

/** The same by least squares again, where cells are missing. */
function leaveOutIncomplete(estimate: Estimate, { a, b }: Pair, groups: ArrayLike<number>) {
  const systems = estimate.systems.length;
  return (group: number) => {
    const rows = Array.from(estimate.judged.keys()).filter((i) => groups[i] !== group);
    const cells = Float64Array.from(
      rows.flatMap((i) => [...estimate.adjusted.subarray(i * systems, (i + 1) * systems)]),
    );
    const weight = rows.reduce((sum, i) => sum + estimate.weights[i], 0);
    try {
      const layout = twoWay(
        cells,
        Float64Array.from(rows, (i) => estimate.weights[i] / weight),
        estimate.systems,
      );
      const effects = layout.effects(cells, 1).systems;
      return effects[a] - effects[b];
    } catch {
      // Without the group no chain of items joins the systems.
      return undefined;
    }
  };
}
