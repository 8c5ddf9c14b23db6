import { bootstrapWeights, membersByUnit } from '../../resample/resampler.js';
import type { AgreementIntervalOptions } from '../agreement-interval.js';
import type { RatingRows } from '../rating-rows.js';
import type { Reweighted } from './reweighted.js';

/** Ratings times replicates that are worth waiting for: more ratings have fewer replicates. */
const MOST_WORK = 2e7;
const FEWEST_REPLICATES = 100;

/** Values of coefficients: of the units as they are, and of the same replicates for all. */
export interface ReweightedValues {
  readonly whole: Float64Array;
  /** Per coefficient one value per replicate; NaN where it is not defined. */
  readonly replicates: readonly Float64Array[];
}

/** Draws clusters of units anew, and asks every coefficient for its value. With one cluster nothing is drawn. */
export function reweightedValues(
  { starts, values }: Pick<RatingRows, 'starts' | 'values'>,
  coefficients: readonly Reweighted[],
  { streams, clusters, replicates = 1000 }: AgreementIntervalOptions,
): ReweightedValues {
  const units = starts.length - 1;
  const members = membersByUnit(clusters ?? Array.from({ length: units }, (_, unit) => unit));
  const affordable = Math.max(FEWEST_REPLICATES, Math.floor(MOST_WORK / values.length));
  const draws = members.length < 2 ? 0 : Math.min(replicates, affordable);
  const weights = new Uint32Array(units).fill(1);
  const whole = Float64Array.from(coefficients, (coefficient) => coefficient(weights));
  const drawn = coefficients.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const times = bootstrapWeights(members.length, streams(draw));
    for (let cluster = 0; cluster < members.length; cluster++)
      for (const unit of members[cluster]) weights[unit] = times[cluster];
    coefficients.forEach((coefficient, at) => (drawn[at][draw] = coefficient(weights)));
  }
  return { whole, replicates: drawn };
}
