import {
  asJudged,
  automaticMetrics,
  columnsNamed,
  mainMetric,
  type PlanDocument,
  type Selector,
} from '@goldpan/core';
import { parseGoal, simulatePlan } from '@goldpan/simulation';
import { canEstimate, estimatorNamed } from './estimator-named.js';
import { givenData, type ItemsInput } from './given-data.js';
import { loadRegistry } from './load-plugins.js';
import { planCampaigns } from './plan-campaigns.js';
import type { PlanQuestion } from './plan-question.js';
import { planSentence } from './plan-sentence.js';
import { planSetting, type PlanData } from './plan-setting.js';
import { smallPilot } from './plan-warnings.js';
import { plannedSize } from './planned-size.js';
import { selectorOptions, typedOptions } from './selector-options.js';
import { folderOf, writing } from './surroundings.js';
import { targetOf } from './target-of.js';

/**
 * How many items must be judged to reproduce the result of all items, with a selector and at random? Without a selector, and with judgements and metrics
 * to estimate from: by which campaign, random items read as `rank` reads them, ways to pick read so, or plain means?
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
  const selector = registry.selector(options.selector ?? 'random');
  const given = await selectorOptions(selector, options, { registry, folder: folderOf(options) });
  const { dataset, info } = await givenData(input, writing(options, [options.checkpoint]));
  const data = { dataset: asJudged(dataset), info, registry, goal };
  const isOpen = options.selector === undefined && options.estimate !== 'mean';
  return isOpen && canEstimate(targetOf(dataset, options), automaticMetrics(dataset))
    ? planCampaigns(data, options)
    : planSelector(data, options, { selector, options: given });
}

/** A selector, and random selection, read the same way. */
async function planSelector(
  data: PlanData,
  asked: PlanQuestion,
  configured: { readonly selector: Selector; readonly options: Record<string, unknown> },
): Promise<PlanDocument> {
  const { dataset, registry } = data;
  const { selector, options } = configured;
  const columns = columnsNamed(configured, dataset, registry);
  const metric = mainMetric(configured);
  const setting = await planSetting(data, asked, {
    metrics: estimatorNamed(asked, registry) ? [...columns, ...automaticMetrics(dataset)] : columns,
    standIns: metric === undefined ? [] : [metric],
  });
  const { request, replicates, execution, frame, items, warnings } = setting;
  const summary = await simulatePlan({ ...request, selector: selector.name, options }, execution);
  const use = { unit: frame.unit, replicates };
  const random = plannedSize(summary.random, use);
  return {
    ...frame,
    selector: selector.name,
    options: typedOptions(configured, asked, registry) as PlanDocument['options'],
    ...plannedSize(summary.size, use),
    random: { ...random.size, neverReached: random.neverReached },
    ratio: summary.ratio,
    curve: summary.curve,
    replicates,
    sentence: planSentence(summary, { ...frame, selector: selector.name, items }),
    warnings: [...warnings, ...smallPilot(request.dataset.size, configured, registry), ...summary.warnings],
  };
}
