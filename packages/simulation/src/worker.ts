import { Piscina } from 'piscina';
import type { SimulationJob, Task, TaskResult } from './job.js';
import { createReplicator } from './replicator.js';

/** One replicator per worker: plugins are loaded and buffers made once. */
const replicator = createReplicator(Piscina.workerData as SimulationJob);
// A plugin that fails to load is told with the first task.
replicator.catch(() => undefined);

/** What the pool calls in a worker. */
export default async (task: Task): Promise<TaskResult> => (await replicator)(task);
