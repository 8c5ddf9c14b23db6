import { availableParallelism } from 'node:os';
import { openCheckpoint } from './checkpoint.js';
import { checkpointInputs } from './checkpoint-inputs.js';
import { interrupted, replicateFailed } from './errors.js';
import type { Executor } from './executor.js';
import { inlineExecutor } from './inline-executor.js';
import { workOf, type Failure, type Outcome, type SimulationJob, type Task } from './job.js';
import { poolExecutor } from './pool-executor.js';

/** How a simulation is carried out; none of it changes the result. */
export interface Execution {
  /** Worker threads; 0 = this thread. Default: one per available core. */
  readonly workers?: number;
  /** Seconds that a worker may take for one replicate; Infinity = no limit. Default 600. Without workers there is none. */
  readonly timeLimit?: number;
  /** Instead of the executors of this package. */
  readonly executor?: Executor;
  /** File to which finished replicates are written, and from which an earlier run is continued. */
  readonly checkpoint?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Makes the replicates 0…R − 1 of a job and returns them in order.
 *
 * @throws REPLICATE_FAILED, WORKER_LOST, REPLICATE_STALLED, OTHER_CHECKPOINT, DAMAGED_CHECKPOINT, CHECKPOINT_FAILED, INTERRUPTED
 */
export async function runJob(
  job: SimulationJob,
  replicates: number,
  execution: Execution,
): Promise<Outcome[]> {
  const { workers = availableParallelism(), timeLimit, checkpoint: path, signal, onProgress } = execution;
  const checkpoint = path === undefined ? undefined : openCheckpoint(path, await checkpointInputs(job));
  const wanted = checkpoint?.finished.filter(({ replicate }) => replicate < replicates) ?? [];
  const outcomes = new Map(wanted.map((outcome) => [outcome.replicate, outcome]));
  try {
    const executor =
      execution.executor ?? (workers === 0 ? inlineExecutor : poolExecutor(workers, timeLimit));
    onProgress?.(outcomes.size, replicates);
    await executor.run(job, openTasks(job, replicates, outcomes), {
      signal,
      onResult(_task, result) {
        checkpoint?.append(result.outcomes);
        for (const outcome of result.outcomes) outcomes.set(outcome.replicate, outcome);
        onProgress?.(outcomes.size, replicates);
        if (result.failure) throw failed(job, result.failure);
      },
    });
    signal?.throwIfAborted();
  } catch (error) {
    if (!signal?.aborted) throw error;
    throw interrupted({ work: workOf(job), finished: outcomes.size, replicates });
  } finally {
    checkpoint?.close();
  }
  return [...outcomes.values()].sort((a, b) => a.replicate - b.replicate);
}

/** The replicates still to make, in tasks long enough that handing them over costs next to nothing. */
function openTasks(job: SimulationJob, replicates: number, done: ReadonlyMap<number, Outcome>): Task[] {
  const most = Math.max(1, Math.min(50, Math.ceil(2e7 / operations(job))));
  const tasks: { first: number; count: number }[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    if (done.has(replicate)) continue;
    const last = tasks.at(-1);
    if (last && last.first + last.count === replicate && last.count < most) last.count++;
    else tasks.push({ first: replicate, count: 1 });
  }
  return tasks;
}

/** An estimate at every size takes about as long per cell as this many additions. */
const ESTIMATED = 2000;

/** About how many additions a replicate takes. */
function operations(job: SimulationJob): number {
  if (job.kind === 'plan') {
    const cells = job.columns.ids.length * job.columns.systems.length;
    return 2 * cells * perCell(job, job.goal.measure);
  }
  const { truth, choices } = job.folds[0];
  const curves = (choices.length + job.randomOrders) * job.foldsPerReplicate;
  return curves * truth.items * truth.systems * perCell(job, job.measure);
}

function perCell({ estimate, permutations }: SimulationJob, measure: string): number {
  if (estimate !== undefined) return ESTIMATED;
  return measure === 'spa' ? permutations : 20;
}

function failed(job: SimulationJob, { replicate, code, message }: Failure) {
  const selector = job.kind === 'plan' ? job.selector : 'the comparison';
  return replicateFailed({ replicate, selector, code, cause: message });
}
