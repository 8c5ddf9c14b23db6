import {
  callPlugin,
  invalidPlugin,
  lendStanding,
  Loan,
  showValue,
  type Measure,
  type Standing,
} from '@goldpan/core';
import { coveringSize } from './covering-size.js';
import type { FullData } from './full-data.js';
import type { MeasureName } from './measures/index.js';
import { rankedSequence } from './ranked-sequence.js';
import { resolveMeasure } from './resolve-measure.js';
import { requireSizes, sizesAt } from './sizes.js';

/** What to measure along a ranking. */
export interface CurveOptions<Name extends string = MeasureName> {
  /** Measures of this package by name, or any others. */
  readonly measures: readonly (Name | Measure<Name>)[];
  /** Rising sizes, counted in items that were not dropped. Default: 5 %, 10 %, …, 50 % of the full data, as far as the ranking goes. */
  readonly sizes?: ArrayLike<number>;
}

/** Measures at several sizes. */
export interface Curves<Name extends string = MeasureName> {
  readonly sizes: Uint32Array;
  /** Per measure one value per size. */
  readonly values: Readonly<Record<Name, Float64Array>>;
}

/**
 * Measures the first items of a ranking at several sizes, in one pass: the value at size n is that of the first n items alone.
 *
 * @param ranking - positions of the full data, best first, each at most once; may be shorter than the full data
 * @returns where scores are missing, NaN at sizes at which a system has none yet
 * @throws INVALID_RANKING, INVALID_SIZES, UNKNOWN_MEASURE
 * @remarks With n the largest size: sign flips O(n·S·permutations + sizes·S²·permutations), clusters O((n·S² + sizes·S) log N),
 * measures of means O(sizes·n·S). Measures that are not asked for cost nothing.
 *
 * @example
 * ```ts
 * import { curves, fullData } from '@goldpan/evaluation';
 *
 * const scores = { items: 4, systems: 2, values: Float64Array.of(80, 60, 90, 95, 70, 40, 85, 80) };
 * const { values } = curves(fullData(scores), [2, 0, 3, 1], { measures: ['mean-absolute-error'], sizes: [1, 4] });
 * values['mean-absolute-error']; // → [20, 0]
 * ```
 */
export function curves<Name extends string>(
  full: FullData,
  ranking: ArrayLike<number>,
  options: CurveOptions<Name>,
): Curves<Name> {
  const sequence = rankedSequence(full, ranking);
  const longest = sequence.rows.length;
  const sizes = options.sizes ?? sizesAt(full.size).filter((size) => size <= longest);
  requireSizes(sizes, longest);
  const measures = options.measures.map((measure) => resolveMeasure(measure));
  const columns = measures.map(() => new Float64Array(sizes.length));
  const walk = full.subsets;
  walk.start(sequence);
  const { partial } = full.walks;
  const covering = partial ? coveringSize(partial, sequence) : 1;
  let values: ((subset: Standing) => number)[] | undefined;
  for (let k = 0; k < sizes.length; k++) {
    if (sizes[k] < covering) {
      for (const column of columns) column[k] = NaN;
      continue;
    }
    values ??= measures.map((measure) => along(measure, full));
    const standing = walk.at(sizes[k]);
    for (let m = 0; m < values.length; m++) columns[m][k] = values[m](standing);
  }
  const byName = Object.fromEntries(measures.map(({ name }, m) => [name, columns[m]]));
  return { sizes: Uint32Array.from(sizes), values: byName as Record<Name, Float64Array> };
}

/** What gives the values of a measure for rising sizes, and answers for it. */
function along(measure: Measure, { standing }: FullData): (subset: Standing) => number {
  const who = `measure ${JSON.stringify(measure.name)}`;
  const loan = new Loan();
  const full = lendStanding(standing, loan);
  const quick = callPlugin(who, () => measure.along?.(full));
  return (subset) => {
    const value = callPlugin(who, (own) => {
      const lent = lendStanding(subset, own);
      return quick === undefined ? measure.of(lent, full) : quick(lent);
    });
    loan.settle(who);
    if (typeof value === 'number' && !Number.isNaN(value)) return value;
    throw invalidPlugin(who, `must give a number; it gave ${showValue(value)}`);
  };
}
