import { mean, quantileSorted } from '@goldpan/stats';
import { curves, type Curves, type CurveOptions } from './curves.js';
import { invalidSetting } from './errors.js';
import type { FullData } from './full-data.js';
import type { MeasureName } from './measures/index.js';
import { randomRanking } from './random-ranking.js';
import { resolveMeasure } from './resolve-measure.js';

/** Settings of `randomBaseline`. */
export interface RandomBaselineOptions<Name extends string = MeasureName> extends CurveOptions<Name> {
  /** Number of random rankings. Default 100. */
  readonly rankings?: number;
  /** Root seed of the rankings. Default 0. */
  readonly seed?: number;
  /** The quantiles that bound the band. Default [0.05, 0.95]. */
  readonly band?: readonly [low: number, high: number];
}

/** The spread of a measure over random rankings: one value per size each. */
export interface Band {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What random selection reaches. */
export interface RandomBaseline<Name extends string = MeasureName> {
  readonly sizes: Uint32Array;
  readonly bands: Readonly<Record<Name, Band>>;
  /** The curves themselves, one per ranking. */
  readonly curves: readonly Curves<Name>[];
}

/**
 * What random selection reaches at every size: mean and quantile band over seeded random rankings. Ranking r is
 * `randomRanking(full.positions, seed, r)`.
 *
 * @throws INVALID_SETTING and the errors of `curves`
 * @remarks The cost of `curves`, times the number of rankings. Quantiles are type 7.
 *
 * @example
 * ```ts
 * import { fullData, randomBaseline } from '@goldpan/evaluation';
 *
 * const values = Float64Array.from({ length: 120 }, (_, cell) => ((cell * 37) % 11) + 2 * (cell % 3));
 * const full = fullData({ items: 40, systems: 3, values });
 * const { bands } = randomBaseline(full, { measures: ['kendall'], sizes: [10, 40], rankings: 5 });
 * bands.kendall.mean[1]; // → 1
 * ```
 */
export function randomBaseline<Name extends string>(
  full: FullData,
  options: RandomBaselineOptions<Name>,
): RandomBaseline<Name> {
  const { rankings = 100, seed = 0, band = [0.05, 0.95] } = options;
  if (!Number.isInteger(rankings) || rankings < 1) {
    throw invalidSetting('rankings', 'a whole number from 1', rankings);
  }
  if (!(band[0] >= 0 && band[0] <= band[1] && band[1] <= 1)) {
    throw invalidSetting('band', 'two rising shares between 0 and 1', band.join(', '));
  }
  const all = Array.from({ length: rankings }, (_, r) =>
    curves(full, randomRanking(full.positions, seed, r), options),
  );
  const bandOf = (name: Name): Band =>
    summarise(
      all.map(({ values }) => values[name]),
      band,
    );
  const bands = Object.fromEntries(
    options.measures.map((measure) => {
      const name = resolveMeasure(measure).name as Name;
      return [name, bandOf(name)];
    }),
  );
  return { sizes: all[0].sizes, bands: bands as Record<Name, Band>, curves: all };
}

/** Mean and quantiles across curves, size by size. */
function summarise(values: readonly Float64Array[], [low, high]: readonly [number, number]): Band {
  const atSizes = Array.from(values[0], (_, k) => Float64Array.from(values, (curve) => curve[k]));
  const sorted = atSizes.map((column) => column.toSorted());
  return {
    mean: Float64Array.from(atSizes, (column) => mean(column)),
    low: Float64Array.from(sorted, (column) => quantileSorted(column, low)),
    high: Float64Array.from(sorted, (column) => quantileSorted(column, high)),
  };
}
