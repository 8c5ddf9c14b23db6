import {
  asJudged,
  completeScores,
  DEFAULT_TARGET,
  describeMeasure,
  type Dataset,
  type Estimator,
  type EvaluateDocument,
  type EvaluatedSubset,
  type Measure,
  type Registry,
  type ScoreMatrix,
  type TargetColumns,
  type Warning,
} from '@goldpan/core';
import { judgedData, subsetReading } from '@goldpan/estimation';
import { fullData, type FullData } from '@goldpan/evaluation';
import type { Goal } from '@goldpan/simulation';
import { fullNotJudged } from './errors.js';
import { estimatorNamed, type EstimateOptions } from './estimator-named.js';
import { evaluatedSubset, rankedSystems } from './evaluated-subset.js';
import { givenData, type ItemsInput } from './given-data.js';
import { loadRegistry } from './load-plugins.js';
import { parseMinimum } from './minimum.js';
import type { MissingJudgements } from './missing-judgements.js';
import type { DataOptions } from './question.js';
import { designOf } from './rank/judged-design.js';
import { randomAtSizes, type RandomRequest } from './random-at-sizes.js';
import { readSubsets } from './read-subsets.js';
import { parseSizes } from './sizes.js';
import { subsetScores, type Subset } from './subset-scores.js';
import { targetOf } from './target-of.js';
import { withCriterionAsTarget } from './criterion.js';
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
  readonly missing?: MissingJudgements;
  /** What every subset must reach: `spa=0.9`, `same-best`; the document says which it does. */
  readonly min?: readonly string[];
  /** Default 0. */
  readonly seed?: number;
}

/**
 * What subsets say, beside what all items say. A subset is measured with the scores of its own file, and for cells that it lacks
 * with those of the full data.
 *
 * @param subsets - items of the full data by their ids, in the order of judging, as `select` writes them
 * @throws NO_TARGET, FULL_NOT_JUDGED, NOT_A_SUBSET, UNKNOWN_MEASURE, INVALID_MINIMUM, INVALID_SIZE_LIST, MISSING_SCORES and what loading throws
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
  question: EvaluateQuestion = {},
): Promise<EvaluateDocument> {
  const options = withCriterionAsTarget(question);
  const { seed = 0, random: draws = 100, sizes: text = '5%:50%:5%', min = [] } = options;
  const registry = await loadRegistry(options);
  const minimums = min.map((goal) => parseMinimum(goal, registry.measures));
  const measures = measuresNamed(options.measures, minimums, registry);
  // Only estimates read texts: they need to know which outputs are one to people.
  const texts = options.estimate !== undefined;
  const { dataset, info } = await givenData(full, { ...options, texts });
  const given = await readSubsets(subsets, dataset, options);
  const target = targetOfFull(dataset, given, options);
  const estimator = estimatorNamed(options, registry);
  const truth = { dataset, seen: asJudged(dataset), column: target.columns[0], estimator };
  const data = preparedData(truth, options);
  const sizes = parseSizes(text, data.size, data.size);
  const warnings: Warning[] = data.missing.cells > 0 ? [missingWarning(data)] : [];
  const evaluated: EvaluatedSubset[] = [];
  for (const subset of given) {
    const scores = subsetScores(dataset, subset, options.measured ?? truth.column);
    warnings.push(...scores.warnings);
    const measured = scores.measured && preparedData(truth, options, scores.measured);
    const found = { subset, full: measured ?? data, differs: measured !== undefined };
    evaluated.push(evaluatedSubset(found, { measures, minimums, sizes, truth }));
  }
  const random = draws > 0 ? withRandom(evaluated, data, { measures, sizes, draws, seed }) : undefined;
  return {
    goldpan: version,
    command: 'evaluate',
    seed,
    data: info,
    target,
    ...(estimator && { estimate: estimator.name }),
    measures: measures.map(describeMeasure),
    subsets: random?.subsets ?? evaluated,
    full: { systems: rankedSystems(dataset, data.standing) },
    ...(random && { random: { curves: random.curves, draws } }),
    warnings: [...warnings, ...(given.every(isAlikeDrawn) ? [] : [SUBSET_MEANS])],
  };
}

/** The score column that counts as truth. @throws NO_TARGET, UNKNOWN_CRITERION, FULL_NOT_JUDGED */
function targetOfFull(
  full: Dataset,
  subsets: readonly Subset[],
  { target = DEFAULT_TARGET, criterion }: EvaluateQuestion,
): TargetColumns {
  const judged = subsets.find(({ dataset }) => dataset.metrics.includes(target));
  if (judged !== undefined && !full.metrics.includes(target)) throw fullNotJudged(target, judged.name);
  return targetOf(full, { target, criterion });
}

/** What is compared, and by what. */
interface Truth {
  readonly dataset: Dataset;
  /** The same, identical outputs with one score by each metric, as estimates see it. */
  readonly seen: Dataset;
  /** The score column that counts as truth. */
  readonly column: string;
  readonly estimator?: Estimator;
}

/** @param scores - in place of the measured scores of the full data @throws NO_TARGET, MISSING_SCORES */
function preparedData(
  { dataset, seen, column, estimator }: Truth,
  { measured, seed = 0, permutations, clusters = 'neighbour', missing = 'error' }: EvaluateQuestion,
  scores?: ScoreMatrix,
): FullData {
  const by = measured === undefined ? column : targetOf(dataset, { target: measured }).columns[0];
  const scoresOf = (name: string) =>
    missing === 'error' ? completeScores(dataset, name) : dataset.scores(name);
  const read = scores ?? scoresOf(by);
  const reading =
    estimator && subsetReading(estimator, { ...judgedData(seen, { target: by }), judgements: read }, seed);
  return fullData(scoresOf(column), {
    measured: read,
    ...(reading && { reading }),
    seed,
    permutations,
    clusters: { method: clusters },
    missing,
  });
}

/** Random selection at the sizes of the curves, and beside every subset at its own size. */
function withRandom(
  subsets: readonly EvaluatedSubset[],
  full: FullData,
  { sizes, ...request }: RandomRequest & { readonly sizes: readonly number[] },
) {
  // A subset that brings scores of its own may count items that the full data had to drop.
  const own = subsets.map(({ size }) => size).filter((size) => size <= full.size);
  const curvesAt = randomAtSizes(full, [...sizes, ...own], request);
  const besides = subsets.map((subset) => {
    if (!own.includes(subset.size)) return subset;
    const points = Object.entries(curvesAt([subset.size])).map(([name, [point]]) => [name, point]);
    return { ...subset, random: Object.fromEntries(points) };
  });
  return { subsets: besides, curves: curvesAt(sizes) };
}

/** Those asked for, and those that a minimum is set for. @throws UNKNOWN_MEASURE */
function measuresNamed(
  names: EvaluateQuestion['measures'] = DEFAULT_MEASURES,
  minimums: readonly Goal[],
  registry: Registry,
): readonly Measure[] {
  if (names === 'all') return registry.measures;
  const all = [...names, ...minimums.map(({ measure }) => measure)];
  return [...new Set(all.map((name) => registry.measure(name)))];
}

/** Whether its items say that chance drew them, each with the same probability: its means are then those of typical items. */
function isAlikeDrawn({ dataset }: Subset): boolean {
  const { kind, weighted } = designOf(dataset, Uint32Array.from(dataset.ids.keys()), []).description;
  return kind === 'drawn' && !weighted;
}

const SUBSET_MEANS: Warning = {
  code: 'SUBSET_MEANS',
  text: 'Picked items are not typical items: use a picked subset for the ranking of the systems, not for their absolute scores.',
};

function missingWarning({ missing, positions }: FullData): Warning {
  const done =
    missing.policy === 'drop-items'
      ? `${missing.dropped} items were left out because of it`
      : 'every mean and test uses the cells that are there';
  return {
    code: 'MISSING_CELLS',
    text: `${missing.cells} cells of ${missing.items} of ${positions} items have no score; ${done}.`,
  };
}
