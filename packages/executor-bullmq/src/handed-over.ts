import type { Task } from '@goldpan/simulation';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { randomBytes } from 'node:crypto';
import { keepChunks } from './chunks.js';
import type { DescribedJob } from './describe-job.js';
import { keysOf, QUEUE_PREFIX, RUNS } from './keys.js';
import { readSigns, type WorkerSigns } from './worker-sign.js';

/** Seconds that a run lives on when whoever handed it over is gone. */
export const RUN_LIFETIME = 120;

/** Tasks that are sent at once. */
const BATCH = 1000;

/** A run of tasks that was handed over to whatever workers there are. */
export interface HandedOver {
  /** Lets the run live on; false where Redis has lost it. */
  keep(): Promise<boolean>;
  /** Takes the results that are there, each with the first replicate of its task, in any order, some of them more than once. */
  results(): AsyncGenerator<readonly [first: number, result: string]>;
  workers(): Promise<WorkerSigns>;
  /** A task that no worker could finish, and why. */
  failed(): Promise<{ readonly task: string; readonly cause: string } | undefined>;
  /** Ends the run: workers stop, and nothing of it stays but chunks, for an hour, and at times a key of a few bytes that a worker wrote meanwhile. */
  withdraw(): Promise<void>;
}

/**
 * Hands tasks over. The id of a run is the hash of its job and a number of its own, so that two calls with the same job do not
 * take each other's results.
 */
export async function handOver(
  client: Redis,
  { hash, announcement, chunks }: DescribedJob,
  tasks: Iterable<Task>,
): Promise<HandedOver> {
  const id = `${hash}-${randomBytes(8).toString('hex')}`;
  const keys = keysOf(id);
  const queue = queueOf(client, id);
  await keepChunks(client, chunks);
  await client.set(keys.announcement, announcement, 'EX', RUN_LIFETIME);
  await client.sadd(RUNS, id);
  await addTasks(queue, [...tasks]);
  return {
    async keep() {
      await keepChunks(client, chunks);
      return (await client.expire(keys.announcement, RUN_LIFETIME)) === 1;
    },
    results: () => takeAll(client, keys.results),
    workers: async () => readSigns(await client.hgetall(keys.workers)),
    async failed() {
      const [job] = await queue.getFailed(0, 0);
      return job && { task: job.id!, cause: job.failedReason };
    },
    withdraw: () => removeRun(client, id),
  };
}

async function addTasks(queue: Queue<Task>, tasks: readonly Task[]): Promise<void> {
  for (let from = 0; from < tasks.length; from += BATCH) {
    await queue.addBulk(
      tasks.slice(from, from + BATCH).map((task) => ({
        name: 'replicates',
        data: task,
        opts: { jobId: nameOf(task), removeOnComplete: true },
      })),
    );
  }
}

function nameOf({ first, count }: Task): string {
  return `${first}-to-${first + count - 1}`;
}

async function* takeAll(client: Redis, key: string): AsyncGenerator<readonly [number, string]> {
  let cursor = '0';
  do {
    const [next, found] = await client.hscan(key, cursor, 'COUNT', 16);
    for (let at = 0; at < found.length; at += 2) yield [Number(found[at]), found[at + 1]];
    const fields = found.filter((_, at) => at % 2 === 0);
    if (fields.length > 0) await client.hdel(key, ...fields);
    cursor = next;
  } while (cursor !== '0');
}

/** Removes a run and its tasks. The first who takes it off the list does it. */
export async function removeRun(client: Redis, id: string): Promise<void> {
  if ((await client.srem(RUNS, id)) === 0) return;
  const { announcement, workers, results } = keysOf(id);
  await client.del(announcement, workers, results);
  const queue = queueOf(client, id);
  await queue.obliterate({ force: true });
  await queue.close();
}

function queueOf(client: Redis, id: string): Queue<Task> {
  const queue = new Queue<Task>(id, { connection: client, prefix: QUEUE_PREFIX, skipMetasUpdate: true });
  // That Redis went away is told by the connection.
  queue.on('error', () => undefined);
  return queue;
}
