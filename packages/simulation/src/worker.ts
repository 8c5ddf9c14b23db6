import { workerData } from 'node:worker_threads';
import type { SimulationJob, Task, TaskResult } from './job.js';
import { createReplicator } from './replicator.js';

/** One replicator per worker: plugins are loaded and buffers made once. */
const replicator = createReplicator(workerData as SimulationJob);

/** What the pool calls in a worker. */
export default async (task: Task): Promise<TaskResult> => (await replicator)(task);
