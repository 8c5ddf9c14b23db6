import { showThrown } from '@goldpan/core';
import { Piscina } from 'piscina';
import { workerLost } from './errors.js';
import { workOf, type SimulationJob, type Task, type TaskResult } from './job.js';

/** Worker threads that know one job and make the replicates of its tasks. */
export interface TaskPool {
  /** Waits for a free thread. One that dies is replaced and its task tried once more. @throws WORKER_LOST */
  run(task: Task): Promise<TaskResult>;
  /** Ends the threads, whatever they are busy with; open calls of `run` are rejected. */
  close(): Promise<void>;
}

/**
 * Opens a Piscina pool for a job. Scores are in shared memory and are not copied.
 *
 * @param threads - number of threads, at least 1
 */
export function openTaskPool(job: SimulationJob, threads: number): TaskPool {
  const isSource = import.meta.url.endsWith('.ts');
  const pool = new Piscina({
    filename: new URL(isSource ? './source-worker.mjs' : './worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: job,
    ...(isSource && { execArgv: ['--conditions=@goldpan/source'] }),
  });
  return {
    run: (task) => runTwice(pool, { job, task }),
    close: () => pool.destroy(),
  };
}

async function runTwice(
  pool: Piscina,
  { job, task }: { job: SimulationJob; task: Task },
): Promise<TaskResult> {
  try {
    return await pool.run(task);
  } catch {
    try {
      return await pool.run(task);
    } catch (error) {
      const cause = showThrown(error).text;
      throw workerLost({ work: workOf(job), first: task.first, last: task.first + task.count - 1, cause });
    }
  }
}
