import { isGoldpanError, showThrown } from '@goldpan/core';
import { compareReplicator } from './compare-replicator.js';
import type { Outcome, SimulationJob, Task, TaskResult } from './job.js';
import type { Maker } from './maker.js';
import { planReplicator } from './plan-replicator.js';

/** Makes the replicates of a task, and says when each is made. */
export type Replicator = (task: Task, onMade?: () => void) => Promise<TaskResult>;

/**
 * The function that makes the replicates of a job. Replicate r is the same wherever and in whatever order it is made.
 * A failing replicate ends its task; those before it are returned.
 */
export async function createReplicator(job: SimulationJob): Promise<Replicator> {
  const make: Maker<Outcome> = await (job.kind === 'plan' ? planReplicator(job) : compareReplicator(job));
  return async ({ first, count }, onMade) => {
    const outcomes: Outcome[] = [];
    for (let replicate = first; replicate < first + count; replicate++) {
      try {
        outcomes.push(await make(replicate));
        onMade?.();
      } catch (error) {
        return { outcomes, failure: { replicate, ...described(error) } };
      }
    }
    return { outcomes };
  };
}

/** What is known of an error, as plain values: errors lose their own members on the way between threads. */
function described(error: unknown): { code?: string; message: string; stack?: string } {
  if (!(error instanceof Error)) return { message: showThrown(error).text };
  return { message: error.message, stack: error.stack, ...(isGoldpanError(error) && { code: error.code }) };
}
