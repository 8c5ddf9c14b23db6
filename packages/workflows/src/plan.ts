import {
  asJudged,
  automaticMetrics,
  columnsNamed,
  describeMeasure,
  mainMetric,
  type Measure,
  type PlanDocument,
} from '@goldpan/core';
import { parseGoal, simulatePlan, type Goal, type NeededSize, type PlanSummary } from '@goldpan/simulation';
import { resolve } from 'node:path';
import { estimatorNamed, type EstimateOptions } from './estimator-named.js';
import { givenData, infoOf, type ItemsInput } from './given-data.js';
import { readCosts, type CostOptions } from './item-costs.js';
import { loadRegistry } from './load-plugins.js';
import { usableData } from './missing-judgements.js';
import { planSentence } from './plan-sentence.js';
import { largerWarning, smallPilot, standInWarning } from './plan-warnings.js';
import type { SimulationOptions } from './question.js';
import { resampleUnit, type ResampleUnit } from './resample-unit.js';
import { selectorOptions, typedOptions, type SelectorSettings } from './selector-options.js';
import { parseShares } from './sizes.js';
import { folderOf, writing } from './surroundings.js';
import { targetOf } from './target-of.js';
import { version } from './version.js';

/** What can be said when a campaign is planned. */
export interface PlanQuestion extends SimulationOptions, CostOptions, SelectorSettings, EstimateOptions {
  /** How to pick. */
  readonly selector: string;
  /** What must be reached: `spa=0.95` (default), `kendall=0.9`, `same-best`, `random@50%` … */
  readonly goal?: string;
  /** The score column that counts as truth; default `human`, or, where there is none, the metric of the selector. */
  readonly target?: string;
  /** Test sets to simulate; default 1000. */
  readonly replicates?: number;
  /** Subset sizes that are tried, as shares; default `5%:100%:5%`. */
  readonly sizes?: string;
  /** Items of the test set to be judged, where the data is a smaller pilot of it; test sets are then drawn with repetition. */
  readonly items?: number;
  /** How replicates are drawn; default `subsample`. */
  readonly method?: 'subsample' | 'bootstrap';
  /** Permutations behind SPA; default 1000. */
  readonly permutations?: number;
  /** A file in which finished replicates are kept, and from which a call that was ended goes on. */
  readonly checkpoint?: string;
}

/**
 * How many items must be judged to reproduce the result of all items, with a selector and at random?
 *
 * @throws INVALID_GOAL, NO_TARGET, UNKNOWN_SELECTOR, INVALID_SIZE_LIST, MISSING_SCORES and what loading and simulating throw
 * @remarks O(replicates · (selector + N·S·permutations)) for SPA. The same for any number of workers.
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { plan } from '@goldpan/workflows';
 *
 * const score = (item: number, system: number) => ((item * 7 + system * 5) % 11) / 10;
 * const items = Array.from({ length: 24 }, (_, i) => ({
 *   scores: { A: { human: score(i, 1) }, B: { human: score(i, 2) + 0.2 } },
 * }));
 * const { size, goal } = await plan(datasetFromItems(items), {
 *   selector: 'random',
 *   goal: 'same-best',
 *   replicates: 20,
 *   workers: 0,
 * });
 * goal.text; // → 'same-best'
 * size.median! <= 24; // → true
 * ```
 */
export async function plan(input: ItemsInput, options: PlanQuestion): Promise<PlanDocument> {
  const registry = await loadRegistry(options);
  const goal = parseGoal(options.goal ?? 'spa=0.95', registry.measures);
  const selector = registry.selector(options.selector);
  const given = await selectorOptions(selector, options, { registry, folder: folderOf(options) });
  const { dataset: read, info } = await givenData(input, writing(options, [options.checkpoint]));
  const all = asJudged(read);
  const metric = mainMetric({ selector, options: given });
  const target = targetOf(all, { ...options, standIns: metric === undefined ? [] : [metric] });
  const [truth] = target.columns;
  const estimator = estimatorNamed(options, registry);
  const columns = columnsNamed({ selector, options: given }, all, registry);
  const metrics = estimator ? [...columns, ...automaticMetrics(all)] : columns;
  const usable = usableData(all, { target, metrics, missing: options.missing });
  const { dataset, missing } = usable;
  const costs = await readCosts(dataset, options, { registry, folder: folderOf(options) });
  const request = {
    dataset,
    registry,
    selector: selector.name,
    options: given,
    truth,
    missing,
    estimate: estimator?.name,
    goal,
    costs: costs?.values,
  };
  const seed = options.seed ?? 0;
  const { unit, warnings } = resampleUnit(dataset, { ...options, columns: [truth], seed });
  const summary = await simulatePlan({ ...request, ...settingsOf(options, unit) }, executionOf(options));
  const items = options.items ?? dataset.size;
  const about = { selector: selector.name, estimate: estimator?.name, goal, target, items };
  return {
    goldpan: version,
    command: 'plan',
    level: 0.9,
    seed,
    data: infoOf(dataset, info),
    selector: selector.name,
    options: typedOptions({ selector, options: given }, options, registry) as PlanDocument['options'],
    ...planned(summary, { goal, measure: registry.measure(goal.measure) }, costs !== undefined),
    target,
    ...(estimator && { estimate: estimator.name }),
    unit: costs?.unit ?? 'items',
    ...(options.items !== undefined && { items }),
    ...(costs?.judgements !== undefined && { judgements: costs.judgements }),
    sentence: planSentence(summary, about),
    warnings: [
      ...(target.standsIn ? [standInWarning(info.name, truth)] : []),
      ...(options.items === undefined ? [] : [largerWarning(dataset.size, items)]),
      ...smallPilot(dataset.size, selector),
      ...usable.warnings,
      ...warnings,
      ...summary.warnings,
    ],
  };
}

function settingsOf(options: PlanQuestion, unit: ResampleUnit['unit']) {
  const { seed = 0, replicates = 1000, permutations = 1000, sizes = '5%:100%:5%', items } = options;
  const method = items === undefined ? (options.method ?? 'subsample') : 'bootstrap';
  return {
    seed,
    replicates,
    permutations,
    shares: parseShares(sizes),
    resampling: { unit, method, ...(items !== undefined && { items }) },
  } as const;
}

function executionOf(options: PlanQuestion) {
  const { workers, checkpoint, signal, onProgress } = options;
  onProgress?.('simulating', 0, 1);
  return {
    workers,
    checkpoint: checkpoint && resolve(folderOf(options), checkpoint),
    signal,
    onProgress: (done: number, total: number) => onProgress?.('simulating', done, total),
  };
}

function planned(
  summary: PlanSummary,
  { goal, measure }: { goal: Goal; measure: Measure },
  hasCosts: boolean,
) {
  const { replicates, ratio, curve } = summary;
  const neededSize = ({ neverReached, ...size }: NeededSize) => ({
    ...size,
    // Without a cost model an item costs one item.
    cost: hasCosts ? size.cost : size.median,
    neverReached: Math.round(neverReached * replicates),
  });
  const { neverReached, ...size } = neededSize(summary.size);
  return {
    goal: { text: goal.text, measure: goal.measure, value: goal.value },
    measures: [describeMeasure(measure)],
    size,
    neverReached,
    random: neededSize(summary.random),
    ratio,
    curve,
    replicates,
  };
}
