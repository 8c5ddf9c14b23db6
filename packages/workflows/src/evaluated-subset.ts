import type { Clusters, Curve, Dataset, EvaluatedSubset, Measure, RankedSystem } from '@goldpan/core';
import { curves, evaluateSubset, systemRanks, type FullData } from '@goldpan/evaluation';
import type { Goal } from '@goldpan/simulation';
import { finiteOrNull } from './finite-or-null.js';
import { reachedGoals } from './minimum.js';
import { subsetNote } from './subset-note.js';
import type { Subset } from './subset-scores.js';

/** A subset, and what it is compared with. */
interface FoundSubset {
  readonly subset: Subset;
  /** The full data, with the scores that this subset is measured with. */
  readonly full: FullData;
  /** Whether those are not all of the full data's own. */
  readonly differs: boolean;
}

/** What is wanted of every subset. */
interface SubsetRequest {
  readonly measures: readonly Measure[];
  readonly minimums: readonly Goal[];
  /** Sizes of the curves. */
  readonly sizes: readonly number[];
  readonly truth: { readonly dataset: Dataset; readonly column: string };
}

/** What a subset says, measured against the full data. */
export function evaluatedSubset(
  { subset, full, differs }: FoundSubset,
  { measures, minimums, sizes, truth }: SubsetRequest,
): EvaluatedSubset {
  const { name, ranking } = subset;
  const { dataset, column } = truth;
  const { size, values, means, clusters } = evaluateSubset(full, ranking, measures);
  const along = curves(full, ranking, { measures, sizes: sizes.filter((at) => at <= size) });
  const reached = Object.fromEntries(measures.map(({ name }) => [name, finiteOrNull(values[name])]));
  const note = subsetNote(full, dataset.scores(column), { name, size, differs, target: column });
  return {
    name,
    size,
    ...(note !== undefined && { note }),
    measures: reached,
    ...(minimums.length > 0 && { goals: reachedGoals(minimums, reached) }),
    curves: Object.fromEntries(measures.map(({ name }) => [name, pointsOf(along.sizes, along.values[name])])),
    systems: rankedSystems(dataset, { means, clusters }),
  };
}

function pointsOf(sizes: Uint32Array, values: Float64Array): Curve {
  return Array.from(sizes, (size, k) => ({ size, value: finiteOrNull(values[k]) }));
}

/** Systems as a set of items ranks them, in clusters, best first. */
export function rankedSystems(
  dataset: Dataset,
  { means, clusters }: { means: Float64Array; clusters: Clusters },
): RankedSystem[] {
  const ranks = systemRanks(means);
  return Array.from(clusters.order, (system) => ({
    name: dataset.systems[system],
    mean: means[system],
    rank: ranks[system],
    cluster: clusters.clusterOf[system] + 1,
  }));
}
