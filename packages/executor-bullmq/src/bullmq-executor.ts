import type { Executor, RunHooks, SimulationJob, Task } from '@goldpan/simulation';
import type { Redis } from 'ioredis';
import { setTimeout } from 'node:timers/promises';
import { workOf } from '@goldpan/simulation';
import { connect } from './connect.js';
import { describeJob } from './describe-job.js';
import { redisFails, taskLost } from './errors.js';
import { handOver, type HandedOver } from './handed-over.js';
import type { RedisAddress } from './redis-address.js';
import { readResult } from './task-result.js';
import { watchWorkers } from './worker-watch.js';
import { isGoldpanError } from '@goldpan/core';

/** How tasks are handed over; none of it changes a result. */
export interface BullmqExecutorOptions {
  readonly redis: RedisAddress;
  /** Milliseconds to wait while no worker takes part, or Redis is away; default 60,000. */
  readonly patience?: number;
  /** Told what a person should know: which workers refused and why, and that none is there. */
  readonly onNote?: (text: string) => void;
}

/** Milliseconds between two looks for results. */
const LOOK = 100;
/** Looks between two signs of life. */
const LOOKS_PER_BEAT = 10;

/**
 * Makes the replicates on other machines: hands the tasks over to the workers (`runWorker`) that listen to a Redis or Valkey, and
 * collects what they make. A worker that dies loses nothing: its tasks go to others. A Redis that restarts is waited for; one that
 * forgot is told again what is still to do.
 *
 * @throws from `run`: REDIS_FAILS, NO_WORKERS, TASK_LOST, INVALID_RESULT
 */
export function bullmqExecutor(options: BullmqExecutorOptions): Executor {
  const { redis, patience = 60_000 } = options;
  return {
    async run(job, tasks, hooks) {
      const { signal } = hooks;
      signal?.throwIfAborted();
      const client = await connect(redis, patience);
      const stop = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
      const running: Running = {};
      try {
        await Promise.race([stop, collect(client, { job, tasks, hooks, running }, options)]);
      } catch (error) {
        throw client.status === 'end' && !isGoldpanError(error) ? redisFails(redis.shown, error) : error;
      } finally {
        // Where Redis is away, the run ends by itself when nobody keeps it.
        await Promise.race([running.run?.withdraw().catch(() => undefined), setTimeout(LEAVE)]);
        client.disconnect();
      }
    },
  };
}

/** Milliseconds that the end of a run may take. */
const LEAVE = 500;

interface Running {
  run?: HandedOver;
}

interface Work {
  readonly job: SimulationJob;
  readonly tasks: readonly Task[];
  readonly hooks: RunHooks;
  readonly running: Running;
}

async function collect(
  client: Redis,
  { job, tasks, hooks: { signal, onResult }, running }: Work,
  { redis, patience = 60_000, onNote = () => undefined }: BullmqExecutorOptions,
): Promise<void> {
  const described = await describeJob(job);
  const open = new Map(tasks.map((task) => [task.first, task]));
  const watch = watchWorkers({ redis: redis.shown, patience, onNote });
  for (let look = 0; open.size > 0; look++) {
    signal?.throwIfAborted();
    const isBeat = look % LOOKS_PER_BEAT === 0;
    if (running.run === undefined || (isBeat && !(await running.run.keep())))
      running.run = await handOver(client, described, open.values());
    for await (const [first, written] of running.run.results()) {
      const task = open.get(first);
      if (task === undefined) continue;
      signal?.throwIfAborted();
      const result = readResult(written, task, job);
      open.delete(first);
      onResult(task, result);
      if (result.failure) return;
    }
    if (isBeat) {
      watch(await running.run.workers());
      const lost = await running.run.failed();
      if (lost !== undefined) throw taskLost({ work: workOf(job), ...lost });
    }
    if (open.size > 0) await setTimeout(LOOK);
  }
}
