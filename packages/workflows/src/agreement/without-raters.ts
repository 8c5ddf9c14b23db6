import type { RaterSummary } from '@goldpan/core';
import { agreementWithout, normalQuantile, type AgreementCoefficient } from '@goldpan/stats';
import { intervalOptions, type IntervalSettings } from './criterion-coefficients.js';
import type { SharedRatings } from './rating-tables.js';

/** Of more raters only those with the most judgements are left out one by one. */
const MOST_RATERS = 30;

/** What agreement is without a rater, by the rater's position among those of the judgements. */
export type WithoutRater = ReadonlyMap<number, NonNullable<RaterSummary['without']>>;

/**
 * Alpha without each rater. A gain is sure where it is above 0 by as many standard deviations as all raters together need
 * (Bonferroni). Of two raters none can be left out.
 */
export function withoutRaters(
  { rows, raters }: SharedRatings,
  coefficient: AgreementCoefficient,
  settings: IntervalSettings,
): WithoutRater {
  const counts = new Uint32Array(raters.length);
  for (const rater of rows.rater) counts[rater]++;
  const most = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b).slice(0, MOST_RATERS);
  if (raters.length < 3) return new Map();
  const times = normalQuantile(1 - (1 - settings.level) / 2 / most.length);
  const found = agreementWithout(rows, coefficient, most, intervalOptions(settings));
  return new Map(
    found.map(({ rater, value, gain, deviation }) => [
      raters[rater],
      { alpha: value, gain, surely: gain > times * deviation },
    ]),
  );
}
