import {
  automaticMetrics,
  DEFAULT_TARGET,
  isCopy,
  unmetNeedsOf,
  type CompositePart,
  type Dataset,
  type InspectDocument,
  type Judgements,
  type Registry,
  type SelectorInfo,
  type TargetAgreement,
  type Warning,
} from '@goldpan/core';
import { pearsonAgreement } from '@goldpan/evaluation';
import { kendallTauB, median } from '@goldpan/stats';
import { askedOptions } from './asked-options.js';
import { columnCounts } from './column-counts.js';
import { compositeParts } from './composite-parts.js';
import { noTarget } from './errors.js';
import { finiteOrNull } from './finite-or-null.js';
import { givenData, type ItemsInput } from './given-data.js';
import { CONTAMINATION, findJunk } from './junk/find-junk.js';
import { loadRegistry } from './load-plugins.js';
import { markedErrors } from './marked-errors.js';
import { metricInfo } from './metric-info.js';
import { presentMeans } from './present-means.js';
import type { DataOptions } from './question.js';
import { absentCriterion, withCriterionAsTarget } from './criterion.js';
import { repeatedMetrics } from './repeated-metrics.js';
import { version } from './version.js';
import { humanAgreement } from './warnings/human-agreement.js';
import { oddOutputs, type OddOutputs } from './warnings/odd-outputs.js';
import { orderMatters } from './warnings/order-matters.js';
import { outlyingScores } from './warnings/outlying-scores.js';
import { repeatedSources } from './warnings/repeated-sources.js';
import { skewedScores } from './warnings/skewed-scores.js';
import { turnedRound } from './warnings/turned-round.js';
import { oddParts } from './warnings/odd-parts.js';
import { weakMetrics } from './warnings/weak-metrics.js';

/** What can be said when data is inspected. */
export interface InspectQuestion extends DataOptions {
  /** The score column that counts as truth; default `human`. It need not be there. */
  readonly target?: string;
  /** Of the test whether the order of the items matters; default 0. */
  readonly seed?: number;
  /** What marked errors cost: `mqm` (default), `esa`, or weights before those of MQM, such as `critical=25,minor=2`. */
  readonly errorWeights?: string;
}

/**
 * What is in the data and what can be done with it: systems, metrics, missing cells, how metrics agree with the target, which
 * selectors can run, which items look like junk, and what else to beware of.
 *
 * @throws UNKNOWN_CRITERION, and what loading data and plugins throws
 * @remarks O(N·S·metrics), and up to 999 · 20,000 for the test of the order.
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { inspect } from '@goldpan/workflows';
 *
 * const data = datasetFromItems([
 *   { src: 'a', scores: { A: { chrF: 0.4 }, B: { chrF: 0.6 } } },
 *   { src: 'A!', scores: { A: { chrF: 0.5 }, B: { chrF: 0.1 } } },
 *   { src: 'b', scores: { A: { chrF: 0.3 }, B: { chrF: 0.3 } } },
 * ]);
 * const { selectors, warnings } = await inspect(data);
 * selectors.find(({ name }) => name === 'metric-variance')?.runs; // → true
 * warnings?.map(({ code }) => code); // → ['REPEATED_SOURCES']
 * ```
 */
export async function inspect(input: ItemsInput, question: InspectQuestion = {}): Promise<InspectDocument> {
  const options = withCriterionAsTarget(question);
  const { target = DEFAULT_TARGET, seed = 0 } = options;
  const registry = await loadRegistry(options);
  const { dataset, info } = await givenData(input, {
    ...options,
    columns: [...(options.columns ?? []), CONTAMINATION],
  });
  const hasTarget = dataset.metrics.includes(target);
  if (!hasTarget && options.criterion !== undefined) throw absentCriterion(dataset, options.criterion);
  if (!hasTarget && target !== DEFAULT_TARGET) throw noTarget(target, dataset.metrics);
  const errors = markedErrors(dataset, options.errorWeights);
  const repeats = repeatedMetrics(dataset);
  const odd = oddOutputs(dataset);
  const junk = findJunk(dataset, odd.look).findings;
  const agreement = hasTarget ? agreements(dataset, target) : [];
  const composite = compositeParts(dataset, target);
  return {
    goldpan: version,
    command: 'inspect',
    seed,
    data: info,
    ...(hasTarget && { target: { columns: [target], standsIn: false } }),
    systems: dataset.systems,
    metrics: dataset.metrics.map((metric) => metricInfo(dataset, metric, target)),
    columns: columnCounts(dataset),
    agreement,
    ...(composite.length > 0 && { composite }),
    selectors: selectorInfos(dataset, registry),
    ...(junk.length > 0 && { junk }),
    ...(dataset.judgements && { judgements: judgementCounts(dataset.judgements) }),
    ...(errors && { errors }),
    ...(repeats.length > 0 && { repeats }),
    warnings: warningsOf(dataset, { agreement, composite, target, odd, seed }),
  };
}

function judgementCounts({ criteria, criterion, rater, copyOf, seconds }: Judgements) {
  // What people answered: no copies, no repeated runs.
  const answers = rater.filter((_, j) => !criteria[criterion[j]].repeats && !isCopy(copyOf, j));
  const times = seconds?.filter((took) => !Number.isNaN(took)) ?? new Float64Array(0);
  return {
    size: answers.length,
    raters: new Set(answers).size,
    timed: times.length,
    seconds: times.length > 0 ? median(times) : null,
  };
}

interface Known {
  readonly agreement: readonly TargetAgreement[];
  readonly composite: readonly CompositePart[];
  readonly target: string;
  readonly odd: OddOutputs;
  readonly seed: number;
}

function warningsOf(dataset: Dataset, { agreement, composite, target, odd, seed }: Known): Warning[] {
  const metric = dataset.metrics.includes(target) ? target : dataset.metrics.at(0);
  const found = [
    ...turnedRound(agreement, target),
    weakMetrics(agreement, target),
    oddParts(composite, (without) => compositeParts(dataset, target, without)),
    metric === undefined ? undefined : orderMatters(dataset, metric, seed),
    humanAgreement(dataset),
    repeatedSources(dataset),
    outlyingScores(dataset),
    skewedScores(dataset, target),
    odd.warning(),
  ];
  return found.filter((warning) => warning !== undefined);
}

function agreements(dataset: Dataset, target: string): TargetAgreement[] {
  const truth = presentMeans(dataset.scores(target));
  const metrics = automaticMetrics(dataset).filter((metric) => metric !== target);
  return pearsonAgreement(dataset, target, metrics).map(({ metric, pooled, perItem }) => ({
    metric,
    target,
    pearson: finiteOrNull(pooled),
    kendall: meansAgreement(presentMeans(dataset.scores(metric)), truth),
    withinItem: finiteOrNull(perItem),
  }));
}

/** Kendall's tau-b over the systems that both columns have scores of; null where these are fewer than two. */
function meansAgreement(means: Float64Array, truth: Float64Array): number | null {
  const isKnown = (_: number, system: number) => !Number.isNaN(means[system] + truth[system]);
  const known = means.filter(isKnown);
  return known.length < 2 ? null : finiteOrNull(kendallTauB(known, truth.filter(isKnown)));
}

function selectorInfos(dataset: Dataset, registry: Registry): SelectorInfo[] {
  // A budget is given with the call, so data cannot lack it.
  return registry.selectors.map((selector) => {
    const missing = unmetNeedsOf(selector, dataset, { budget: { items: 1 } });
    const asks = askedOptions(selector);
    return {
      name: selector.name,
      summary: selector.summary,
      runs: missing.length === 0,
      ...(missing.length > 0 && { why: `needs ${missing.join(' and ')}` }),
      ...(missing.length === 0 && asks.length > 0 && { asks }),
    };
  });
}
