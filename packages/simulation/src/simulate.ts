import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import {
  columnsOfDataset,
  completeScores,
  runSelector,
  tooFewItems,
  type Dataset,
  type Registry,
} from '@goldpan/core';
import { openCheckpoint } from './checkpoint.js';
import { interrupted, replicateFailed } from './errors.js';
import type { Executor } from './executor.js';
import type { Goal } from './goal.js';
import { inlineExecutor } from './inline-executor.js';
import type { Outcome, Resampling, SimulationJob, Task } from './job.js';
import { poolExecutor } from './pool-executor.js';
import { resampler } from './resample.js';
import { summarise, type PlanSummary } from './summarise.js';

/** What to simulate. */
export interface PlanRequest {
  readonly dataset: Dataset;
  /** The plugins of the run; workers load them again by their module specifiers. */
  readonly registry: Registry;
  readonly selector: string;
  readonly options?: unknown;
  /** The score column that counts as truth; no cell may be missing. */
  readonly truth: string;
  readonly goal: Goal;
  /** Subset sizes as shares, ascending; 1 is added. Default 5 %, 10 %, … 100 %. */
  readonly shares?: readonly number[];
  /** Default 1000. */
  readonly replicates?: number;
  /** Default: bootstrap of items; see the documentation for its coverage. */
  readonly resampling?: Resampling;
  /** Permutations behind SPA; default 1000. */
  readonly permutations?: number;
  /** What judging each item costs, each above 0. */
  readonly costs?: Float64Array;
  /** Default 0. */
  readonly seed?: number;
}

/** How to carry it out; none of it changes the result. */
export interface PlanExecution {
  /** Worker threads; 0 = this thread. Default: one per available core. */
  readonly workers?: number;
  /** Instead of the executors of this package. */
  readonly executor?: Executor;
  /** File to which finished replicates are written, and from which an earlier run is continued. */
  readonly checkpoint?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A summary and the replicates behind it, in order of their numbers. */
export interface PlanResult extends PlanSummary {
  readonly outcomes: readonly Outcome[];
}

/**
 * How many items are needed? Draws replicates of the data; on each it runs the selector, follows the goal's measure over the
 * subset sizes for it and for a random order of the same replicate, and finds the size from which the goal is reached.
 *
 * The result depends on the request alone: not on the number of workers, nor on the order in which they finish.
 * O(replicates · (selector + N·S·permutations)) for SPA, without the permutations for other measures.
 *
 * @throws MISSING_SCORES, NO_DOCUMENTS, REPLICATE_FAILED, WORKER_LOST, OTHER_CHECKPOINT, DAMAGED_CHECKPOINT, INTERRUPTED
 */
export async function simulatePlan(request: PlanRequest, execution: PlanExecution = {}): Promise<PlanResult> {
  const { dataset, replicates = 1000 } = request;
  const { workers = availableParallelism(), signal, onProgress } = execution;
  if (dataset.size < 2) throw tooFewItems('a simulation', dataset.size, 2);
  const job = await createJob(request);
  resampler(dataset, job.resampling);
  const checkpoint =
    execution.checkpoint === undefined ? undefined : openCheckpoint(execution.checkpoint, inputs(job));
  const outcomes = new Map(
    checkpoint?.finished
      .filter(({ replicate }) => replicate < replicates)
      .map((outcome) => [outcome.replicate, outcome]),
  );
  try {
    const executor = execution.executor ?? (workers === 0 ? inlineExecutor : poolExecutor(workers));
    onProgress?.(outcomes.size, replicates);
    await executor.run(job, openTasks(job, replicates, outcomes), {
      signal,
      onResult(_task, result) {
        checkpoint?.append(result.outcomes);
        for (const outcome of result.outcomes) outcomes.set(outcome.replicate, outcome);
        onProgress?.(outcomes.size, replicates);
        if (result.failure) throw failure(job, result.failure);
      },
    });
    if (signal?.aborted) throw interrupted();
  } finally {
    checkpoint?.close();
  }
  const inOrder = [...outcomes.values()].sort((a, b) => a.replicate - b.replicate);
  const costFactor = job.resampling.method === 'subsample' ? 2 : 1;
  return {
    ...summarise(inOrder, { items: dataset.size, shares: job.shares, costFactor }),
    outcomes: inOrder,
  };
}

async function createJob(request: PlanRequest): Promise<SimulationJob> {
  const { dataset, registry, options = {}, seed = 0 } = request;
  completeScores(dataset, request.truth);
  const selector = registry.selector(request.selector);
  // Fails early, in this thread, when the selector cannot run at all.
  const selection = await runSelector(selector, dataset, { options, seed, registry, costs: request.costs });
  return {
    columns: columnsOfDataset(dataset),
    truth: request.truth,
    plugins: registry.plugins.map(({ specifier }) => specifier),
    selector: request.selector,
    options,
    utilities: selector.traits.itemwise ? selection.utilities : undefined,
    goal: request.goal,
    shares: sharesUpToAll(request.shares),
    resampling: request.resampling ?? { unit: 'items', method: 'bootstrap' },
    permutations: request.permutations ?? 1000,
    costs: request.costs,
    seed,
  };
}

function sharesUpToAll(
  shares: readonly number[] = Array.from({ length: 20 }, (_, i) => (i + 1) / 20),
): number[] {
  return [...new Set([...shares, 1])].sort((a, b) => a - b);
}

/** What the outcomes depend on, by name: shared columns as a hash. */
function inputs(job: SimulationJob): Record<string, unknown> {
  const { columns, utilities: _utilities, costs, plugins: _plugins, ...plain } = job;
  const hash = createHash('sha256');
  const { scores, costs: itemCosts, embeddings, ...texts } = columns;
  hash.update(JSON.stringify(texts));
  for (const values of [
    ...scores,
    itemCosts,
    costs,
    embeddings?.sources?.values,
    embeddings?.outputs?.values,
  ]) {
    if (values) hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return { goldpan: 'plan', ...plain, data: hash.digest('hex') };
}

/** The replicates still to make, in tasks long enough that handing them over costs next to nothing. */
function openTasks(job: SimulationJob, replicates: number, done: ReadonlyMap<number, Outcome>): Task[] {
  const cells = job.columns.ids.length * job.columns.systems.length;
  const operations = cells * (job.goal.measure === 'spa' ? job.permutations : 20);
  const most = Math.max(1, Math.min(50, Math.ceil(2e7 / operations)));
  const tasks: { first: number; count: number }[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    if (done.has(replicate)) continue;
    const last = tasks.at(-1);
    if (last && last.first + last.count === replicate && last.count < most) last.count++;
    else tasks.push({ first: replicate, count: 1 });
  }
  return tasks;
}

function failure(
  job: SimulationJob,
  { replicate, code, message }: { replicate: number; code?: string; message: string },
) {
  return replicateFailed({ replicate, selector: job.selector, code, cause: message });
}
