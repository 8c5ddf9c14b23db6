import { outOfRange } from '../errors.js';
import type { Interval } from '../intervals/interval.js';
import { membersByUnit, resampler, type Drawing } from '../resample/resampler.js';
import type { Coefficient } from './coefficient.js';
import { percentileEnds } from './percentile-ends.js';
import type { RatingTable } from './rating-table.js';

/** Settings of `agreementInterval`. */
export interface AgreementIntervalOptions {
  /** The random numbers of a replicate, such as `(r) => stream(seed, 'agreement', r)`. */
  readonly streams: (replicate: number) => Drawing;
  /** The cluster of each unit, such as its item or document: units of a cluster are drawn together. Default: each is its own. */
  readonly clusters?: ArrayLike<number>;
  /** Default 1000. */
  readonly replicates?: number;
  /** Share of repetitions that cover the truth, in (0, 1). Default 0.95. */
  readonly level?: number;
}

/** A coefficient with a percentile bootstrap interval. */
export interface CoefficientInterval extends Coefficient, Interval {
  /** NaN where the coefficient is not defined, or where it is in fewer than half of the replicates. */
  readonly low: number;
  readonly high: number;
  /** Replicates in which the coefficient is defined; the others are left out. */
  readonly replicates: number;
}

/**
 * A coefficient of agreement with an interval: what other units of the same kind, rated by the same raters, would give.
 *
 * @param coefficient - such as `(drawn) => krippendorffAlpha(drawn, 'ordinal')`
 * @throws STA_OUT_OF_RANGE
 * @remarks Percentile bootstrap over units, or over clusters of units. Raters are not drawn: the interval says nothing of other raters.
 * The cost of the coefficient, times the replicates.
 * @example
 * ```ts
 * import { agreementInterval, kendallW, ratingTable } from '@goldpan/stats';
 *
 * const table = ratingTable([[1, 1], [2, 2], [3, 4], [4, 4], [2, 3]]);
 * const first = { integer: () => 0, shuffle: <T>(array: T) => array };
 * const { level, reason } = agreementInterval(table, kendallW, { streams: () => first, replicates: 20 });
 * [level, reason]; // → [0.95, undefined]
 * ```
 */
export function agreementInterval(
  table: RatingTable,
  coefficient: (table: RatingTable) => Coefficient,
  { streams, clusters, replicates = 1000, level = 0.95 }: AgreementIntervalOptions,
): CoefficientInterval {
  if (!(level > 0 && level < 1))
    throw outOfRange('the level of an interval of agreement', 'in (0, 1)', level);
  const whole = coefficient(table);
  if (whole.reason !== undefined) return { ...whole, low: NaN, high: NaN, level, replicates: 0 };
  const draw = resampler(
    membersByUnit(clusters ?? Array.from({ length: table.units }, (_, u) => u)),
    'bootstrap',
  );
  const drawn = Float64Array.from(
    { length: replicates },
    (_, r) => coefficient(takeUnits(table, draw(streams(r)))).value,
  );
  return { ...whole, level, ...percentileEnds(drawn, level) };
}

function takeUnits({ raters, values }: RatingTable, units: Uint32Array): RatingTable {
  const taken = new Float64Array(units.length * raters);
  units.forEach((unit, u) => taken.set(values.subarray(unit * raters, (unit + 1) * raters), u * raters));
  return { units: units.length, raters, values: taken };
}
