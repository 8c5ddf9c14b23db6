import {
  asJudged,
  automaticMetrics,
  describeMeasure,
  type CompareDocument,
  type Dataset,
  type ItemCosts,
  type Registry,
  type TargetColumns,
} from '@goldpan/core';
import { compareSelectors, type Comparison, type Contestant } from '@goldpan/simulation';
import { mean } from '@goldpan/stats';
import { budgetInItems } from './budget-in-items.js';
import { compareWarnings, skippedWarnings } from './compare-warnings.js';
import { comparisonOutcome } from './comparison-outcome.js';
import {
  contestantOf,
  contestantsOf,
  type ContestantQuestion,
  type FurtherContestant,
} from './contestants.js';
import { defaultContestants } from './default-contestants.js';
import { canEstimate, estimatorNamed, RANK_ESTIMATE, type EstimateOptions } from './estimator-named.js';
import { givenData, infoOf, type ItemsInput } from './given-data.js';
import { readHoldout } from './holdout.js';
import { campaignPrices, itemPrices, readCosts, type CostOptions } from './item-costs.js';
import { metricsNamed } from './metrics-named.js';
import { loadRegistry } from './load-plugins.js';
import { usableData } from './missing-judgements.js';
import type { SimulationOptions } from './question.js';
import { resampleUnit } from './resample-unit.js';
import { parseShares } from './sizes.js';
import { folderOf } from './surroundings.js';
import { targetOf } from './target-of.js';
import { version } from './version.js';
import { waysToPick } from './ways-to-pick.js';
import { workerSettings } from './worker-settings.js';

/** What can be said when selectors are compared. */
export interface CompareQuestion extends SimulationOptions, CostOptions, EstimateOptions {
  /** Names of selectors, or `all` that can run; default, where no metrics are named either: at most twelve contestants. */
  readonly selectors?: readonly string[] | 'all';
  /** Metrics that selectors may use, each text one or several separated by commas; default: all automatic ones. */
  readonly metrics?: readonly string[];
  /** Further selectors, with options. */
  readonly also?: readonly FurtherContestant[];
  /** The score column that counts as truth; default `human`, or, where there is none, every automatic metric in turn. */
  readonly target?: string;
  /** How well a subset reproduces the full result; default `spa`. */
  readonly measure?: string;
  /** Subset sizes, as shares; default `5%:50%:5%`. */
  readonly sizes?: string;
  /** How subsets are read; default: with a budget as `rank` reads them (where there are judgements and metrics), else by plain means. */
  readonly estimate?: string;
  /** The one size that is asked about, in place of `sizes`: `100` items, `25%`, or what an amount in the unit of the costs buys, `500 judgements`. */
  readonly budget?: string;
  /** Measure on this many systems, or this share of them (`25%`), that selectors do not see. */
  readonly holdoutSystems?: string | number;
  /** Resamplings behind the intervals; default 1000, or 200 where each of them is estimated from. */
  readonly replicates?: number;
}

/**
 * Does picking help here? Every selector against random selection, with an interval on the gain that holds for all at once.
 *
 * @throws NO_TARGET, UNKNOWN_SELECTOR, INVALID_SIZE_LIST, INVALID_BUDGET, WRONG_BUDGET_UNIT, INVALID_HOLDOUT, MISSING_SCORES and what loading and simulating throw
 * @remarks O((replicates + orders) · selectors · N·S·permutations) for SPA. The same for any number of workers.
 * @example
 * ```ts
 * import { datasetFromItems } from '@goldpan/core';
 * import { compare } from '@goldpan/workflows';
 *
 * const score = (item: number, system: number) => ((item * 7 + system * 5) % 11) / 10;
 * const items = Array.from({ length: 30 }, (_, i) => ({
 *   scores: { A: { human: score(i, 1), m: score(i, 2) }, B: { human: score(i, 2), m: score(i, 3) } },
 * }));
 * const { target, selectors } = await compare(datasetFromItems(items), {
 *   selectors: ['metric-variance'],
 *   replicates: 20,
 *   workers: 0,
 * });
 * target; // → { columns: ['human'], standsIn: false }
 * selectors.map(({ name, options }) => [name, options]); // → [['metric-variance', { metric: 'm' }]]
 * ```
 */
export async function compare(input: ItemsInput, options: CompareQuestion = {}): Promise<CompareDocument> {
  const { measure = 'spa', seed = 0 } = options;
  const registry = await loadRegistry(options);
  const { dataset: given, info } = await givenData(input, options);
  const all = asJudged(given);
  const automatic = automaticMetrics(all);
  const target = targetOf(all, { ...options, standIns: automatic.length < 2 ? [] : automatic });
  const metrics = options.metrics && metricsNamed(options.metrics, all.metrics);
  const estimator = estimatorNamed({ estimate: estimateFor(options, target, automatic) }, registry);
  const worked = estimator ? automatic : (metrics ?? automatic);
  const usable = usableData(all, { target, metrics: worked, missing: options.missing });
  const { dataset, missing } = usable;
  const asked = { ...options, metrics, estimate: estimator?.name };
  const taking = await everyContestant({ dataset, registry, target }, asked);
  const { contestants, skipped } = taking;
  tellContestants(contestants, options);
  const prices = pricesOf(dataset, options);
  const costs = await readCosts(dataset, prices, { registry, folder: folderOf(options) });
  const { unit, warnings } = resampleUnit(dataset, { ...options, columns: target.columns, seed });
  const comparison = await compareSelectors(
    {
      dataset,
      registry,
      contestants,
      truths: target.columns,
      missing,
      measure,
      estimate: estimator?.name,
      shares: sharesOf(options, { size: dataset.size, costs }),
      replicates: options.replicates ?? (estimator ? ESTIMATED_REPLICATES : REPLICATES),
      holdout: readHoldout(options.holdoutSystems, dataset.systems.length),
      costs: costs?.values,
      resampling: { unit, method: 'bootstrap' },
      seed,
    },
    executionOf(options, `comparing ${contestants.length} contestants`),
  );
  return {
    goldpan: version,
    command: 'compare',
    level: 0.95,
    seed,
    data: infoOf(dataset, info),
    target,
    ...(estimator && { estimate: estimator.name }),
    measure,
    measures: [describeMeasure(registry.measure(measure))],
    ...(costs && { costs: prices.cost, ...spendingOf(costs, comparison.random, options) }),
    ...comparisonOutcome(comparison, registry, skipped),
    warnings: [
      ...compareWarnings(target, options.holdoutSystems),
      ...taking.warnings,
      ...usable.warnings,
      ...warnings,
      ...comparison.warnings,
    ],
  };
}

const REPLICATES = 1000;
/** An estimate takes as long as a hundred plain means. */
const ESTIMATED_REPLICATES = 200;

/** A budget asks for a campaign, whose judgements `rank` will read; for that it takes judgements and metrics. */
function estimateFor(
  { estimate, budget }: CompareQuestion,
  target: TargetColumns,
  automatic: readonly string[],
): string | undefined {
  return estimate ?? (budget !== undefined && canEstimate(target, automatic) ? RANK_ESTIMATE : undefined);
}

/** Where all metrics take part, the number of contestants may surprise: each costs time, and width of the intervals. */
function tellContestants(contestants: readonly Contestant[], { metrics, onNote }: CompareQuestion): void {
  const withMetric = contestants.filter(({ options }) => Object.keys(options ?? {}).length > 0).length;
  if (metrics !== undefined || withMetric < 10) return;
  onNote?.(
    `${contestants.length} contestants: each selector that works on a metric takes part once per metric. Naming metrics (--metrics) is faster, and the intervals, which hold for all contestants at once, become shorter.`,
  );
}

function executionOf(options: CompareQuestion, title: string) {
  const { signal, onProgress } = options;
  onProgress?.(title, 0, 1);
  const tell = (done: number, total: number) => onProgress?.(title, done, total);
  return { ...workerSettings(options), signal, onProgress: tell };
}

async function everyContestant(
  { dataset, registry, target }: { dataset: Dataset; registry: Registry; target: TargetColumns },
  options: CompareQuestion,
) {
  const { metrics } = options;
  const selectors = options.selectors === 'all' ? undefined : options.selectors;
  const isNamed = options.selectors !== undefined || metrics !== undefined;
  const [truth] = target.columns;
  const { contestants, skipped, warnings } = isNamed
    ? namedContestants(dataset, registry, { selectors, metrics })
    : options.estimate === undefined || target.standsIn
      ? defaultContestants(dataset, registry, target)
      : { contestants: waysToPick(dataset, truth), skipped: [], warnings: [] };
  for (const further of options.also ?? [])
    contestants.push(await contestantOf(further, registry, folderOf(options)));
  return { contestants, skipped, warnings };
}

/** Who is named takes part, or is said not to. */
function namedContestants(dataset: Dataset, registry: Registry, asked: ContestantQuestion) {
  const found = contestantsOf(dataset, registry, asked);
  return { ...found, warnings: asked.selectors === undefined ? [] : skippedWarnings(found.skipped) };
}

/** A campaign is paid in judgements, where there are outputs to count. */
function pricesOf(dataset: Dataset, options: CompareQuestion): CostOptions {
  const isCampaign = options.budget !== undefined && dataset.outputs !== undefined;
  return isCampaign ? campaignPrices(dataset, options) : itemPrices(dataset, options);
}

/** What as many random items cost as a budget asks about. */
function spendingOf(
  { values, unit }: ItemCosts,
  { curve: [{ size }] }: Comparison['random'],
  { budget }: CompareQuestion,
): Pick<CompareDocument, 'spending'> {
  return budget === undefined ? {} : { spending: { unit, random: mean(values) * size } };
}

function sharesOf(
  { sizes = '5%:50%:5%', budget }: CompareQuestion,
  pool: { size: number; costs?: ItemCosts },
): number[] {
  return budget === undefined ? parseShares(sizes) : [budgetInItems(budget, pool) / pool.size];
}
