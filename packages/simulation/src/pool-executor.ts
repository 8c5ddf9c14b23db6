import type { Executor } from './executor.js';
import { openTaskPool } from './task-pool.js';

/**
 * Makes the replicates in worker threads, as `openTaskPool` does.
 *
 * @param workers - number of threads, at least 1
 * @param timeLimit - seconds that a thread may take for one replicate, above 0; Infinity: no limit
 */
export function poolExecutor(workers: number, timeLimit = 600): Executor {
  return {
    async run(job, tasks, { signal, onResult }) {
      const pool = openTaskPool(job, workers, timeLimit);
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
            const result = await pool.run(task);
            failed ||= result.failure !== undefined;
            onResult(task, result);
          }
        };
        await Promise.race([stop, Promise.all(Array.from({ length: workers }, lane))]);
      } finally {
        await pool.close();
      }
    },
  };
}
