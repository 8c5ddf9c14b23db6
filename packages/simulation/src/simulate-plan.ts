import {
  columnsOfDataset,
  completeScores,
  readsTexts,
  runSelector,
  tooFewItems,
  withoutTexts,
  type Dataset,
  type Registry,
} from '@goldpan/core';
import { judgedData } from '@goldpan/estimation';
import { mean } from '@goldpan/stats';
import { carriedOver } from './carried-over.js';
import { checkTruth } from './check-truth.js';
import { choose } from './choice.js';
import { costOfPicked } from './cost-of-picked.js';
import type { Goal } from './goal.js';
import type { Path, PlanJob, PlanOutcome, Resampling } from './job.js';
import { documentNumbers } from './resample.js';
import { runJob, type Execution } from './run-job.js';
import { summarise, type PlanSummary } from './summarise.js';
import { picks, summaryTail } from './summary-tails.js';

/** What the coverage study found to be nearest the truth. */
const DEFAULT_RESAMPLING: Resampling = { unit: 'items', method: 'subsample' };

/** What to simulate. */
export interface PlanRequest {
  readonly dataset: Dataset;
  /** The plugins of the run; workers load them again by their module specifiers. */
  readonly registry: Registry;
  readonly selector: string;
  readonly options?: unknown;
  /** The score column that counts as truth. */
  readonly truth: string;
  /** Missing cells of the truth; default `error`. `pairwise`: each pair of systems is compared on the items both have. */
  readonly missing?: 'error' | 'pairwise';
  readonly goal: Goal;
  /** An estimator of the registry by which all subsets are read; default: plain means. */
  readonly estimate?: string;
  /** Subset sizes as shares, ascending; 1 is added. Default 5 %, 10 %, … 100 %. */
  readonly shares?: readonly number[];
  /** Default 1000. */
  readonly replicates?: number;
  /** Default: subsamples of items, whose medians a coverage study found nearest the truth. */
  readonly resampling?: Resampling;
  /** Permutations behind SPA; default 1000. */
  readonly permutations?: number;
  /** What judging each item costs, each above 0. */
  readonly costs?: Float64Array;
  /** What random selection does in each replicate, where another run of the same seed, goal and estimate has told; not with `resampling.items`. */
  readonly random?: readonly Path[];
  /** Default 0. */
  readonly seed?: number;
}

/** A summary and the replicates behind it, in order of their numbers. */
export interface PlanResult extends PlanSummary {
  readonly outcomes: readonly PlanOutcome[];
  /** The shares of the curves of the outcomes, the last of which is 1. */
  readonly shares: readonly number[];
}

/**
 * How many items are needed? Draws replicates of the data; on each it runs the selector, follows the goal's measure over the
 * subset sizes for it and for a random order of the same replicate, and finds the size from which the goal is reached.
 *
 * For a test set larger than the data (`resampling.items`) what a selector that picks needs is carried over from half-samples of the data
 * (`carriedOver`), which are simulated first; with a checkpoint they have a file of their own, named `….pilot`.
 *
 * The result depends on the request alone: not on the number of workers, nor on the order in which they finish.
 * O(replicates · (selector + N·S·permutations)) for SPA, without the permutations for other measures.
 *
 * @throws what the selector throws on the whole data, MISSING_SCORES, SYSTEM_WITHOUT_SCORES, UNKNOWN_ESTIMATOR, NO_DOCUMENTS, REPLICATE_FAILED, WORKER_LOST, REPLICATE_STALLED, OTHER_CHECKPOINT, DAMAGED_CHECKPOINT, INTERRUPTED
 */
export async function simulatePlan(request: PlanRequest, execution: Execution = {}): Promise<PlanResult> {
  const { dataset, replicates = 1000 } = request;
  const fewest = Math.min(dataset.size, request.resampling?.items ?? dataset.size);
  if (fewest < 2) throw tooFewItems('a simulation', fewest, 2);
  const job = await createJob(request, execution);
  const { shares, goal, resampling } = job;
  const { items = dataset.size } = resampling;
  const isPicked = picks(
    { selector: request.registry.selector(request.selector), options: request.options },
    request.registry,
  );
  const run = { job, replicates, execution };
  const made = isPicked && items > dataset.size ? await ofLarger(run) : await outcomesOf(run);
  const outcomes = request.random
    ? made.map((outcome) => ({ ...outcome, random: request.random![outcome.replicate] }))
    : made;
  const tail = summaryTail(isPicked, { pilot: dataset.size, items });
  const summary = summarise(outcomes, {
    ...{ items, shares, higherIsBetter: goal.higherIsBetter, tail },
    meanCost: request.costs && mean(request.costs),
  });
  if (!isPicked) return { ...summary, outcomes, shares };
  const { size } = summary;
  const each = await costOfPicked(request, size.share);
  return { ...summary, size: { ...size, cost: each && each * size.median! }, outcomes, shares };
}

interface Run {
  readonly job: PlanJob;
  readonly replicates: number;
  readonly execution: Execution;
}

async function outcomesOf({ job, replicates, execution }: Run): Promise<PlanOutcome[]> {
  return (await runJob(job, replicates, execution)) as PlanOutcome[];
}

/** What a selector that picks needs of a test set larger than the pilot: half-samples of the pilot come first. */
async function ofLarger({ job, replicates, execution }: Run): Promise<PlanOutcome[]> {
  const { checkpoint, onProgress } = execution;
  const pilotJob: PlanJob = { ...job, resampling: { unit: job.resampling.unit, method: 'subsample' } };
  const part = (name: string, before: number): Execution => ({
    ...execution,
    ...(checkpoint !== undefined && { checkpoint: `${checkpoint}${name}` }),
    onProgress: (done, total) => onProgress?.(before + done, 2 * total),
  });
  const pilot = await outcomesOf({ job: pilotJob, replicates, execution: part('.pilot', 0) });
  const larger = await outcomesOf({ job, replicates, execution: part('', replicates) });
  return carriedOver(pilot, larger, job);
}

async function createJob(request: PlanRequest, { signal }: Execution): Promise<PlanJob> {
  const { dataset, registry, options = {}, seed = 0 } = request;
  const resampling = request.resampling ?? DEFAULT_RESAMPLING;
  documentNumbers(dataset, resampling);
  const missing = checkTruth(dataset, request);
  if (request.estimate !== undefined) requireEstimable(request.estimate, request);
  const selector = registry.selector(request.selector);
  const shares = sharesUpToAll(request.shares);
  const run = { options, seed, registry, costs: request.costs, signal };
  // An item's utility is the same in every replicate where it depends on that item alone.
  const utilities = selector.traits.itemwise
    ? (await runSelector(selector, dataset, run)).utilities
    : undefined;
  // Once where the caller waits: what is wrong with the selector is told under its own name, and one that never settles is not left to workers.
  if (utilities === undefined) await choose(selector, dataset, { ...run, shares: shares.slice(0, 1) });
  const textsTravel = utilities === undefined && readsTexts({ selector, options }, registry);
  return {
    kind: 'plan',
    columns: columnsOfDataset(textsTravel ? dataset : withoutTexts(dataset)),
    truth: request.truth,
    plugins: registry.plugins.map(({ specifier }) => specifier),
    selector: request.selector,
    options,
    utilities,
    goal: request.goal,
    ...(request.estimate && { estimate: request.estimate }),
    ...(missing && { missing }),
    shares,
    resampling,
    permutations: request.permutations ?? 1000,
    costs: request.costs,
    ...(request.random && { knowsRandom: true as const }),
    seed,
  };
}

/** @throws UNKNOWN_ESTIMATOR, MISSING_SCORES of a metric */
function requireEstimable(estimate: string, { dataset, registry, truth }: PlanRequest): void {
  registry.estimator(estimate);
  for (const { name } of judgedData(dataset, { target: truth }).metrics) completeScores(dataset, name);
}

function sharesUpToAll(
  shares: readonly number[] = Array.from({ length: 20 }, (_, i) => (i + 1) / 20),
): number[] {
  return [...new Set([...shares, 1])].sort((a, b) => a - b);
}
