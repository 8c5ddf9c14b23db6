import { tooFewItems } from '@goldpan/core';
import type { Clusters } from './clusters.js';
import { curves } from './curves.js';
import type { FullData } from './full-data.js';
import { measures as everyMeasure, type MeasureName } from './measures.js';
import type { MissingReport } from './missing.js';
import { rankedSequence } from './ranked-sequence.js';

/** What a subset says, and how well that reproduces the full data. */
export interface SubsetEvaluation<Name extends MeasureName = MeasureName> {
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
 * @param names - default: all measures
 * @throws INVALID_RANKING, TOO_FEW_ITEMS, UNKNOWN_MEASURE, SYSTEM_WITHOUT_SCORES
 * @remarks O(n·S·permutations) for `spa`, else O(n·S² log n).
 */
export function evaluateSubset<Name extends MeasureName = MeasureName>(
  full: FullData,
  subset: ArrayLike<number>,
  names: readonly Name[] = everyMeasure.map((measure) => measure.name as Name),
): SubsetEvaluation<Name> {
  const sequence = rankedSequence(full, subset);
  const size = sequence.rows.length;
  if (size === 0) throw tooFewItems('the evaluation of a subset', 0, 1);
  const { values } = curves(full, subset, { measures: names, sizes: [size] });
  const single = names.map((name) => [name, values[name][0]]);
  const walk = full.walks.subset;
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
