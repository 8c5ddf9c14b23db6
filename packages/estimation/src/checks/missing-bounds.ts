import type { Estimate, JudgedData } from '@goldpan/core';
import { quantile } from '@goldpan/stats';
import { requireShare } from '../require-share.js';
import { allPairs, type Pair } from '../pair.js';

/** What missing judgements could do to plain means. */
export interface MissingBounds {
  /** Means if each missing judgement were as bad as the low share of the system's own, shape (systems of the estimate). */
  readonly low: Float64Array;
  /** Means if each were as good as the high share. */
  readonly high: Float64Array;
  /** Missing cells of each system among the judged items. */
  readonly missing: Uint32Array;
  /** Pairs (a above b) whose order of means survives the worst case for a and the best for b. */
  readonly surviving: readonly Pair[];
  /** Pairs whose order does not. */
  readonly open: readonly Pair[];
}

/**
 * Bounds on plain means over the judged items when missing judgements are filled in with a low and a high quantile of the judgements of
 * the same system: which orders hold whatever the reason that judgements are missing? O(n·S log n).
 *
 * @param share - of the low quantile, in (0, 1); the high one is its mirror; default 0.1
 * @throws INVALID_ARGUMENT
 */
export function missingBounds(data: JudgedData, estimate: Estimate, share = 0.1): MissingBounds {
  requireShare('the share of a bound', share);
  const bounds = Array.from(estimate.positions, (position) => boundsOf(data, estimate, { position, share }));
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

function boundsOf(
  { judgements }: JudgedData,
  { judged, weights }: Estimate,
  { position, share }: { position: number; share: number },
) {
  const column = Array.from(judged, (item) => judgements.values[item * judgements.systems + position]);
  const known = column.filter((value) => !Number.isNaN(value));
  const filled = (fill: number) =>
    column.reduce((sum, value, i) => sum + weights[i] * (Number.isNaN(value) ? fill : value), 0);
  return {
    low: filled(quantile(known, share)),
    high: filled(quantile(known, 1 - share)),
    missing: column.length - known.length,
  };
}
