import type { Estimate, JudgedData } from '@goldpan/core';
import { quantile } from '@goldpan/stats';
import { requireShare } from '../require-share.js';
import { allPairs, type Pair } from '../pair.js';

/** What missing judgements could do to plain means. */
export interface MissingBounds {
  /** Means if each missing judgement lay as far below the system's mean as the low share of all judgements do, shape (systems of the estimate). */
  readonly low: Float64Array;
  /** Means if each lay as far above it as the high share. */
  readonly high: Float64Array;
  /** Missing cells of each system among the judged items. */
  readonly missing: Uint32Array;
  /** Pairs (a above b) whose order of means survives the worst case for a and the best for b. */
  readonly surviving: readonly Pair[];
  /** Pairs whose order does not. */
  readonly open: readonly Pair[];
}

/**
 * Bounds on plain means over the judged items when missing judgements are filled in with the mean of the system plus a low and a high quantile
 * of how far judgements lie from the mean of their system, over all systems together: a system with one judgement shows no spread of its
 * own. Which orders hold wherever between the two the missing ones lie? O(n·S log(n·S)).
 *
 * @param share - of the low quantile, in (0, 1); the high one is its mirror; default 0.1
 * @throws INVALID_ARGUMENT
 */
export function missingBounds(data: JudgedData, estimate: Estimate, share = 0.1): MissingBounds {
  requireShare('the share of a bound', share);
  const distances = distancesFromMeans(data, estimate);
  const reach = { low: quantile(distances, share), high: quantile(distances, 1 - share) };
  const bounds = Array.from(estimate.positions, (_, system) => boundsOf(data, estimate, { system, reach }));
  const low = Float64Array.from(bounds, (bound) => bound.low);
  const high = Float64Array.from(bounds, (bound) => bound.high);
  const ordered = allPairs(low.length).map(({ a, b }) =>
    estimate.means[a] >= estimate.means[b] ? { a, b } : { a: b, b: a },
  );
  return {
    low,
    high,
    missing: Uint32Array.from(bounds, (bound) => bound.missing),
    surviving: ordered.filter(({ a, b }) => low[a] > high[b]),
    open: ordered.filter(({ a, b }) => !(low[a] > high[b])),
  };
}

/** How far judgements lie from the mean of their system, all together. Systems with one judgement, which is its own mean, say nothing. */
function distancesFromMeans(data: JudgedData, estimate: Estimate): number[] {
  const known = Array.from(estimate.means, (mean, system) =>
    columnOf(data, estimate, system)
      .filter((value) => !Number.isNaN(value))
      .map((value) => value - mean),
  );
  const several = known.filter(({ length }) => length > 1);
  return (several.length > 0 ? several : known).flat();
}

function columnOf({ judgements }: JudgedData, { judged, positions }: Estimate, system: number): number[] {
  return Array.from(judged, (item) => judgements.values[item * judgements.systems + positions[system]]);
}

function boundsOf(
  data: JudgedData,
  estimate: Estimate,
  { system, reach }: { system: number; reach: { readonly low: number; readonly high: number } },
) {
  const { weights, means } = estimate;
  const column = columnOf(data, estimate, system);
  const filled = (distance: number) =>
    column.reduce(
      (sum, value, i) => sum + weights[i] * (Number.isNaN(value) ? means[system] + distance : value),
      0,
    );
  return {
    low: filled(reach.low),
    high: filled(reach.high),
    missing: column.filter((value) => Number.isNaN(value)).length,
  };
}
