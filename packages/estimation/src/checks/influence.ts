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
function leaveOutIncomplete(estimate: Estimate, pair: Pair, groups: ArrayLike<number>) {
  const width = estimate.systems.length;
  return (group: number) =>
    differenceFrom(
      estimate,
      pair,
      estimate.adjusted.map((cell, at) => (groups[Math.floor(at / width)] === group ? NaN : cell)),
    );
}

/**
 * The difference of a pair from other (metric-adjusted) judgements of the same items, the weights of the metrics held: what it would be
 * without some judgements. By least squares where cells are missing. O(n·S² + S³).
 *
 * @param adjusted - as `estimate.adjusted`, shape (judged × systems), NaN = not judged
 * @returns undefined where nothing compares the two
 */
export function differenceFrom(
  estimate: Estimate,
  { a, b }: Pair,
  adjusted: Float64Array,
): number | undefined {
  const width = estimate.systems.length;
  const isJudged = (at: number) => !Number.isNaN(adjusted[at]);
  const rows = Array.from(estimate.judged.keys()).filter((i) =>
    estimate.systems.some((_, s) => isJudged(i * width + s)),
  );
  const systems = Array.from(estimate.systems.keys()).filter((s) =>
    rows.some((i) => isJudged(i * width + s)),
  );
  const cells = Float64Array.from(rows.flatMap((i) => systems.map((s) => adjusted[i * width + s])));
  const weight = rows.reduce((sum, i) => sum + estimate.weights[i], 0);
  const weights = Float64Array.from(rows, (i) => estimate.weights[i] / weight);
  const [first, second] = [systems.indexOf(a), systems.indexOf(b)];
  if (first < 0 || second < 0) return undefined;
  try {
    const { effects } = twoWay(
      cells,
      weights,
      systems.map((s) => estimate.systems[s]),
    );
    const found = effects(cells, 1).systems;
    return found[first] - found[second];
  } catch {
    // No chain of items joins the systems.
    return undefined;
  }
}
