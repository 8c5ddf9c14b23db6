import type { Criterion, Judgements, RaterSummary } from '@goldpan/core';
import { raterSeverities } from '@goldpan/stats';
import { intervalOptions, type IntervalSettings } from './criterion-coefficients.js';
import type { SharedRatings } from './rating-tables.js';

/** Severities by the rater's position among those of the judgements; raters who share no cell are not there. */
export type Severities = ReadonlyMap<number, Pick<RaterSummary, 'severity' | 'severityInterval'>>;

/** How severe each rater is, and how sure that is, from the same replicates as the coefficients. Of categories none. O(replicates · judgements). */
export function severitiesOf(
  judgements: Judgements,
  { scale }: Criterion,
  { shared, settings }: { shared: SharedRatings; settings: IntervalSettings },
): Severities {
  if (scale.kind === 'categories') return new Map();
  const { cells, raters, rows } = shared;
  const values = cells.flatMap(({ judgements: list }) => list.map((j) => judgements.values[j]));
  const found = raterSeverities({ ...rows, values: Float64Array.from(values) }, intervalOptions(settings));
  const isTurned = scale.better === 'lower';
  return new Map(
    found.map(({ value, low, high }, at) => [
      raters[at],
      {
        severity: isTurned ? -value : value,
        severityInterval: Number.isNaN(low) ? null : isTurned ? { low: -high, high: -low } : { low, high },
      },
    ]),
  );
}
