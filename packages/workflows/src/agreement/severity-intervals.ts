import type { Criterion, Judgements, RaterSummary } from '@goldpan/core';
import { raterSeverities } from '@goldpan/stats';
import { intervalOptions, type IntervalSettings } from './criterion-coefficients.js';
import type { SharedRatings } from './rating-tables.js';

/** Intervals of severity by the rater's position among those of the judgements; raters without one are not there. */
export type SeverityIntervals = ReadonlyMap<number, NonNullable<RaterSummary['severityInterval']>>;

/** How sure each rater's severity is, from the same replicates as the coefficients. Categories have none. O(replicates · judgements). */
export function severityIntervals(
  judgements: Judgements,
  { scale }: Criterion,
  { shared, settings }: { shared: SharedRatings; settings: IntervalSettings },
): SeverityIntervals {
  if (scale.kind === 'categories') return new Map();
  const { cells, raters, rows } = shared;
  const values = cells.flatMap(({ judgements: list }) => list.map((j) => judgements.values[j]));
  const found = raterSeverities({ ...rows, values: Float64Array.from(values) }, intervalOptions(settings));
  return new Map(
    found.flatMap(({ low, high }, at) => {
      if (Number.isNaN(low)) return [];
      const ends = scale.better === 'higher' ? { low, high } : { low: -high, high: -low };
      return [[raters[at], ends] as const];
    }),
  );
}
