import type { FullData } from './full-data.js';
import { measureFunction, type MeasureName } from './measures.js';
import { rankedSequence } from './ranked-sequence.js';
import { requireSizes, sizesAt } from './sizes.js';

/** What to measure along a ranking. */
export interface CurveOptions<Name extends MeasureName = MeasureName> {
  readonly measures: readonly Name[];
  /** Rising sizes, counted in items that were not dropped. Default: 5 %, 10 %, …, 50 % of the full data, as far as the ranking goes. */
  readonly sizes?: ArrayLike<number>;
}

/** Measures at several sizes. */
export interface Curves<Name extends MeasureName = MeasureName> {
  readonly sizes: Uint32Array;
  /** Per measure one value per size. */
  readonly values: Readonly<Record<Name, Float64Array>>;
}

/**
 * Measures the first items of a ranking at several sizes, in one pass: the value at size n is that of the first n items alone.
 *
 * @param ranking - positions of the full data, best first, each at most once; may be shorter than the full data
 * @throws INVALID_RANKING, INVALID_SIZES, UNKNOWN_MEASURE, SYSTEM_WITHOUT_SCORES
 * @remarks With n the largest size: sign flips O(n·S·permutations + sizes·S²·permutations), clusters O((n·S² + sizes·S) log N),
 * measures of means O(sizes·n·S). Measures that are not asked for cost nothing.
 */
export function curves<Name extends MeasureName>(
  full: FullData,
  ranking: ArrayLike<number>,
  options: CurveOptions<Name>,
): Curves<Name> {
  const sequence = rankedSequence(full, ranking);
  const longest = sequence.rows.length;
  const sizes = options.sizes ?? sizesAt(full.size).filter((size) => size <= longest);
  requireSizes(sizes, longest);
  const functions = options.measures.map(measureFunction);
  const columns = functions.map(() => new Float64Array(sizes.length));
  const walk = full.walks.subset;
  walk.start(sequence);
  for (let k = 0; k < sizes.length; k++) {
    const standing = walk.at(sizes[k]);
    for (let m = 0; m < functions.length; m++) columns[m][k] = functions[m](standing, full.standing);
  }
  const values = Object.fromEntries(options.measures.map((name, m) => [name, columns[m]]));
  return { sizes: Uint32Array.from(sizes), values: values as Record<Name, Float64Array> };
}
