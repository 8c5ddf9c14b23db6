import type { Executor } from './executor.js';
import { createReplicator } from './replicator.js';

/** Makes the replicates in this thread, one task after another; other work of the thread gets its turn between tasks. */
export const inlineExecutor: Executor = {
  async run(job, tasks, { signal, onResult }) {
    const replicator = await createReplicator(job);
    for (const task of tasks) {
      signal?.throwIfAborted();
      const result = await replicator(task);
      onResult(task, result);
      if (result.failure) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
};
