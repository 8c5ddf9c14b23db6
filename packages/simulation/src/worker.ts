import { showThrown } from '@goldpan/core';
import { Piscina } from 'piscina';
import type { SimulationJob, TaskResult } from './job.js';
import { createReplicator } from './replicator.js';
import type { PoolTask } from './task-pool.js';

/** One replicator per worker: plugins are loaded and buffers made once. */
const replicator = createReplicator(Piscina.workerData as SimulationJob);
// A plugin that fails to load is told with the first task.
replicator.catch(() => undefined);

/** What a plugin let fail without waiting for it. */
const unwatched: unknown[] = [];
process.on('unhandledRejection', (reason) => void unwatched.push(reason));

/** What the pool calls in a worker. */
export default async ({ task, beats }: PoolTask): Promise<TaskResult> => {
  const beat = () => void Atomics.add(beats, 0, 1);
  beat();
  const result = await (await replicator)(task, beat);
  // What was rejected last is told in the next turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  if (unwatched.length === 0 || result.failure) return result;
  const message = `something failed that nobody waited for: ${showThrown(unwatched[0]).text}`;
  return { outcomes: [], failure: { replicate: task.first, message } };
};
