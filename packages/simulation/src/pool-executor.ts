import { showThrown } from '@goldpan/core';
import { Piscina } from 'piscina';
import { workerLost } from './errors.js';
import type { Executor } from './executor.js';
import { workOf, type SimulationJob, type Task, type TaskResult } from './job.js';

/**
 * Makes the replicates in a Piscina pool of worker threads. Scores are in shared memory and are not copied. A worker that
 * dies is replaced and its task tried once more.
 *
 * @param workers - number of threads, at least 1
 */
export function poolExecutor(workers: number): Executor {
  return {
    async run(job, tasks, { signal, onResult }) {
      const pool = createPool(workers, job);
      const stop = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      stop.catch(() => undefined);
      signal?.throwIfAborted();
      try {
        // Each lane takes the next task when its last one is done, so no more is under way than there are workers.
        const queue = tasks.values();
        let failed = false;
        const lane = async () => {
          for (const task of queue) {
            if (failed || signal?.aborted) return;
            const result = await runTwice(pool, { job, task });
            failed ||= result.failure !== undefined;
            onResult(task, result);
          }
        };
        await Promise.race([stop, Promise.all(Array.from({ length: workers }, lane))]);
      } finally {
        await pool.destroy();
      }
    },
  };
}

function createPool(workers: number, job: SimulationJob): Piscina {
  const isSource = import.meta.url.endsWith('.ts');
  return new Piscina({
    filename: new URL(isSource ? './source-worker.mjs' : './worker.js', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    workerData: job,
    ...(isSource && { execArgv: ['--conditions=@goldpan/source'] }),
  });
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
