import { tooFewItems, type Clusters, type Measure } from '@goldpan/core';
import { curves } from './curves.js';
import type { FullData } from './full-data.js';
import { measures as everyMeasure, type MeasureName } from './measures/index.js';
import type { MissingReport } from './missing.js';
import { rankedSequence } from './ranked-sequence.js';

/** What a subset says, and how well that reproduces the full data. */
export interface SubsetEvaluation<Name extends string = MeasureName> {
  /** Number of items that counted. */
  readonly size: number;
  readonly values: Readonly<Record<Name, number>>;
  /** Mean score per system on the subset. */
  readonly means: Float64Array;
  readonly clusters: Clusters;
  readonly missing: MissingReport;
}

/**
 * Measures one subset against the full data.
 *
 * @param subset - positions of the full data, each at most once, at least one; the order matters only for the last bits of means
 * @param measures - default: all of this package
 * @throws INVALID_RANKING, TOO_FEW_ITEMS, UNKNOWN_MEASURE, SYSTEM_WITHOUT_SCORES
 * @remarks O(n·S·permutations) for `spa`, else O(n·S² log n).
 *
 * @example
 * ```ts
 * import { evaluateSubset, fullData } from '@goldpan/evaluation';
 *
 * const scores = { items: 4, systems: 2, values: Float64Array.of(80, 60, 90, 95, 70, 40, 85, 80) };
 * const { means, values } = evaluateSubset(fullData(scores), [0, 2], ['same-best', 'kendall']);
 * means; // → [75, 50]
 * values; // → { 'same-best': 1, kendall: 1 }
 * ```
 */
export function evaluateSubset<Name extends string = MeasureName>(
  full: FullData,
  subset: ArrayLike<number>,
  measures: readonly (Name | Measure<Name>)[] = everyMeasure as readonly Measure<any>[],
): SubsetEvaluation<Name> {
  const sequence = rankedSequence(full, subset);
  const size = sequence.rows.length;
  if (size === 0) throw tooFewItems('the evaluation of a subset', 0, 1);
  const { values } = curves(full, subset, { measures, sizes: [size] });
  const single = Object.entries<Float64Array>(values).map(([name, [value]]) => [name, value]);
  const walk = full.subsets;
  walk.start(sequence);
  const { means, clusters } = walk.at(size);
  return {
    size,
    values: Object.fromEntries(single),
    means: means.slice(),
    clusters,
    missing: full.missing,
  };
}
