import {
  describeMeasure,
  type Clusters,
  type Curve,
  type Dataset,
  type EvaluateDocument,
  type EvaluatedSubset,
  type Measure,
  type RankedSystem,
  type Registry,
  type Warning,
} from '@goldpan/core';
import {
  curves,
  evaluateSubset,
  fullData,
  randomBaseline,
  systemRanks,
  type FullData,
} from '@goldpan/evaluation';
import { judgedData, subsetReading } from '@goldpan/estimation';
import { notASubset } from './errors.js';
import { estimatorNamed, type EstimateOptions } from './estimator-named.js';
import { finiteOrNull } from './finite-or-null.js';
import { givenData, type ItemsInput } from './given-data.js';
import { loadRegistry } from './load-plugins.js';
import type { DataOptions } from './question.js';
import { parseSizes } from './sizes.js';
import { targetOf } from './target-of.js';
import { version } from './version.js';

/** The measures of an evaluation that names none. */
export const DEFAULT_MEASURES: readonly string[] = [
  'spa',
  'pairwise-accuracy',
  'kendall',
  'spearman',
  'pearson',
  'mean-absolute-error',
  'clusters',
];

/** What can be said when subsets are evaluated. */
export interface EvaluateQuestion extends DataOptions, EstimateOptions {
  /** The score column that counts as truth; default `human`. */
  readonly target?: string;
  /** The score column that subsets are measured with; default: the target. */
  readonly measured?: string;
  /** Names of measures, or `all`; default `DEFAULT_MEASURES`. */
  readonly measures?: readonly string[] | 'all';
  /** Sizes of the curves: `10,20,50` or `5%:50%:5%`, shares of all items; the latter is the default. */
  readonly sizes?: string;
  /** Random orders beside the curves; 0 = none; default 100. */
  readonly random?: number;
  /** Permutations behind SPA; default 1000. */
  readonly permutations?: number;
  /** How clusters are formed; default `neighbour`. */
  readonly clusters?: 'neighbour' | 'head';
  /** Missing scores; default `error`. */
  readonly missing?: 'error' | 'drop-items' | 'pairwise';
  /** Default 0. */
  readonly seed?: number;
}

/**
 * What subsets say, beside what all items say.
 *
 * @param subsets - items of the full data by their ids, in the order of judging, as `select` writes them
 * @throws NO_TARGET, NOT_A_SUBSET, UNKNOWN_MEASURE, INVALID_SIZE_LIST, MISSING_SCORES and what loading throws
 * @remarks O(N·S·permutations) for each subset and each random order, with SPA; O(N·S²) without.
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { evaluate } from '@goldpan/workflows';
 *
 * const items = [3, 1, 4, 1, 5, 9].map((score, id) => ({
 *   id,
 *   scores: { A: { human: score }, B: { human: 6 - score } },
 * }));
 * const [all, subset] = [items, items.slice(0, 2)].map((some) => datasetFromItems(some));
 * const { target, subsets } = await evaluate(all, [subset], { measures: ['pairwise-accuracy'] });
 * target; // → { columns: ['human'], standsIn: false }
 * subsets[0].measures; // → { 'pairwise-accuracy': 0 }
 * ```
 */
export async function evaluate(
  full: ItemsInput,
  subsets: readonly ItemsInput[],
  options: EvaluateQuestion = {},
): Promise<EvaluateDocument> {
  const { seed = 0, random = 100, measured, clusters = 'neighbour' } = options;
  const { dataset, info } = await givenData(full, { ...options, texts: false });
  const target = targetOf(dataset, options);
  const [column] = target.columns;
  const registry = await loadRegistry(options);
  const estimator = estimatorNamed(options, registry);
  const read = measured === undefined ? column : targetOf(dataset, { target: measured }).columns[0];
  const data = fullData(dataset.scores(column), {
    measured: dataset.scores(read),
    ...(estimator && { reading: subsetReading(estimator, judgedData(dataset, { target: read }), seed) }),
    seed,
    permutations: options.permutations ?? 1000,
    clusters: { method: clusters },
    missing: options.missing ?? 'error',
  });
  const measures = measuresNamed(options.measures, registry);
  const request = { measures, sizes: options.sizes ?? '5%:50%:5%', dataset };
  const evaluated: EvaluatedSubset[] = [];
  for (const subset of subsets) {
    const { dataset: chosen, info } = await givenData(subset, {
      ...options,
      vectors: undefined,
      texts: false,
    });
    const ranking = positionsOf(chosen, dataset, info.name);
    evaluated.push(evaluatedSubset(data, ranking, { ...request, name: info.name }));
  }
  return {
    goldpan: version,
    command: 'evaluate',
    seed,
    data: info,
    target,
    ...(estimator && { estimate: estimator.name }),
    measures: measures.map(describeMeasure),
    subsets: evaluated,
    full: { systems: rankedSystems(dataset, data.standing) },
    ...(random > 0 && { random: randomCurves(data, { ...request, draws: random, seed }) }),
    warnings: [...(data.missing.cells > 0 ? [missingWarning(data)] : []), SUBSET_MEANS],
  };
}

/** @throws UNKNOWN_MEASURE */
function measuresNamed(
  names: EvaluateQuestion['measures'] = DEFAULT_MEASURES,
  registry: Registry,
): readonly Measure[] {
  return names === 'all' ? registry.measures : names.map((name) => registry.measure(name));
}

/** Positions in the full data of the items of a subset, in its order. @throws NOT_A_SUBSET */
function positionsOf(subset: Dataset, full: Dataset, name: string): Uint32Array {
  const positions = new Map(full.ids.map((id, position) => [id, position]));
  return Uint32Array.from(subset.ids, (id) => {
    const position = positions.get(id);
    if (position === undefined) throw notASubset(name, id);
    return position;
  });
}

interface CurveRequest {
  readonly measures: readonly Measure[];
  readonly sizes: string;
  readonly dataset: Dataset;
}

function evaluatedSubset(
  full: FullData,
  ranking: Uint32Array,
  { name, measures, sizes, dataset }: CurveRequest & { readonly name: string },
): EvaluatedSubset {
  const { size, values, means, clusters } = evaluateSubset(full, ranking, measures);
  const along = curves(full, ranking, { measures, sizes: parseSizes(sizes, full.size, size) });
  return {
    name,
    size,
    measures: Object.fromEntries(measures.map(({ name }) => [name, finiteOrNull(values[name])])),
    curves: Object.fromEntries(measures.map(({ name }) => [name, pointsOf(along.sizes, along.values[name])])),
    systems: rankedSystems(dataset, { means, clusters }),
  };
}

function pointsOf(sizes: Uint32Array, values: Float64Array): Curve {
  return Array.from(sizes, (size, k) => ({ size, value: finiteOrNull(values[k]) }));
}

function rankedSystems(
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

function randomCurves(
  full: FullData,
  { measures, sizes: text, draws, seed }: CurveRequest & { readonly draws: number; readonly seed: number },
) {
  const sizes = parseSizes(text, full.size, full.size);
  const { bands } = randomBaseline(full, { measures, sizes, rankings: draws, seed });
  const curve = ({ name }: Measure): Curve =>
    sizes.map((size, k) => ({
      size,
      value: finiteOrNull(bands[name].mean[k]),
      low: finiteOrNull(bands[name].low[k]),
      high: finiteOrNull(bands[name].high[k]),
    }));
  return { curves: Object.fromEntries(measures.map((measure) => [measure.name, curve(measure)])), draws };
}

const SUBSET_MEANS: Warning = {
  code: 'SUBSET_MEANS',
  text: 'Picked items are not typical items: use a picked subset for the ranking of the systems, not for their absolute scores.',
};

function missingWarning({ missing }: FullData): Warning {
  const done =
    missing.policy === 'drop-items'
      ? `${missing.dropped} items were left out because of it`
      : 'every mean and test uses the cells that are there';
  return {
    code: 'MISSING_CELLS',
    text: `${missing.cells} cells of ${missing.items} items have no score; ${done}.`,
  };
}
