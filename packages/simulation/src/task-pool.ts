import { showThrown } from '@goldpan/core';
import { Piscina } from 'piscina';
import { replicateStalled, workerLost } from './errors.js';
import { workOf, type SimulationJob, type Task, type TaskResult } from './job.js';
import { newBeats, withinLimit, type Beats } from './within-limit.js';

/** What a thread is handed. */
export interface PoolTask {
  readonly task: Task;
  readonly beats: Beats;
}

/** Worker threads that know one job and make the replicates of its tasks. */
export interface TaskPool {
  /** Waits for a free thread. One that dies is replaced and its task tried once more. @throws WORKER_LOST, REPLICATE_STALLED */
  run(task: Task): Promise<TaskResult>;
  /** Ends the threads, whatever they are busy with; open calls of `run` are rejected. */
  close(): Promise<void>;
}

/**
 * Opens a Piscina pool for a job. Scores are in shared memory and are not copied.
 *
 * @param threads - number of threads, at least 1
 * @param timeLimit - seconds that a thread may take for one replicate, above 0; default: no limit
 */
export function openTaskPool(job: SimulationJob, threads: number, timeLimit = Infinity): TaskPool {
  const isSource = import.meta.url.endsWith('.ts');
  const pool = new Piscina({
    filename: new URL(isSource ? './source-worker.mjs' : './worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: job,
    ...(isSource && { execArgv: ['--conditions=@goldpan/source'] }),
  });
  return {
    run(task) {
      const beats = newBeats();
      const at = { ...placeOf(job, task), seconds: timeLimit };
      const work = runTwice(pool, job, { task, beats });
      return withinLimit(work, { beats, seconds: timeLimit, stalled: () => replicateStalled(at) });
    },
    close: () => pool.destroy(),
  };
}

async function runTwice(pool: Piscina, job: SimulationJob, handed: PoolTask): Promise<TaskResult> {
  try {
    return await pool.run(handed);
  } catch {
    try {
      return await pool.run(handed);
    } catch (error) {
      throw workerLost({ ...placeOf(job, handed.task), cause: showThrown(error).text });
    }
  }
}

function placeOf(job: SimulationJob, { first, count }: Task) {
  return { work: workOf(job), first, last: first + count - 1 };
}
