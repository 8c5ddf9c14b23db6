import { isGoldpanError, showThrown } from '@goldpan/core';
import { openTaskPool, type Task, type TaskPool, type TaskResult } from '@goldpan/simulation';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { AllowedPlugin } from './allowed-plugins.js';
import { ANNOUNCEMENT_BYTES, readAnnouncement } from './announcement.js';
import { fetchJob } from './fetch-job.js';
import { keysOf, QUEUE_PREFIX } from './keys.js';
import { plainText } from './plain-text.js';
import { writeResult } from './task-result.js';
import type { WorkerSign } from './worker-sign.js';

/** A worker, as all its parts need to know it. */
export interface WorkerSelf {
  readonly name: string;
  readonly threads: number;
  readonly allowed: readonly AllowedPlugin[];
  readonly client: Redis;
  readonly onNote: (text: string) => void;
}

/** What a worker does for one run. */
export interface Part {
  /** Tells whoever handed the run over that this worker is there, or why it is not. */
  sign(): Promise<void>;
  /** `finish`: after the tasks that are begun. `drop`: at once. */
  end(how: 'finish' | 'drop'): Promise<void>;
}

/** Milliseconds after which a task of a worker that gives no sign goes to another one. */
const LOCK = 6000;
/** Workers that may be lost over a task before it is taken for the cause. */
const LOST_WORKERS = 3;
/** Seconds that what is told of a run stays when nobody looks at it any more: its results, and who takes part. */
const RESULT_LIFETIME = 3600;
const SIGN_LIFETIME = 60;

const task = z.strictObject({ first: z.int().min(0), count: z.int().min(1).max(1e6) });

/** Fetches the data of a run, once, and makes replicates in threads as long as there are tasks. What is wrong with a run is a refusal. */
export function takePart(id: string, self: WorkerSelf): Part {
  const { client, name, onNote } = self;
  let beat = 0;
  let refusal: string | undefined;
  let isDropped = false;
  const begun = begin(id, self, () => isDropped).catch((error: unknown) => {
    refusal = isGoldpanError(error) ? String(error.fields.reason ?? error.what) : showThrown(error).text;
    if (!isDropped) onNote(`run ${id} refused: ${plainText(refusal)}`);
    return undefined;
  });
  return {
    async sign() {
      const sign: WorkerSign = refusal === undefined ? { beat: beat++ } : { refusal: refusal.slice(0, 1000) };
      const key = keysOf(id).workers;
      await client.multi().hset(key, name, JSON.stringify(sign)).expire(key, SIGN_LIFETIME).exec();
    },
    async end(how) {
      isDropped = how === 'drop';
      const work = await begun;
      if (work === undefined) return;
      await work.worker.close(how === 'drop');
      await work.pool.close();
      onNote(`run ${id} ${how === 'drop' ? 'is over' : 'left'}`);
    },
  };
}

async function begin(
  id: string,
  self: WorkerSelf,
  isDropped: () => boolean,
): Promise<{ worker: Worker; pool: TaskPool }> {
  const { client, threads, allowed, name, onNote } = self;
  const keys = keysOf(id);
  const announcement = readAnnouncement(await client.getrange(keys.announcement, 0, ANNOUNCEMENT_BYTES));
  const job = await fetchJob(client, announcement, allowed);
  const pool = openTaskPool(job, threads);
  const make = async ({ data }: { data: unknown }) => {
    const asked = task.parse(data);
    const written = writeResult(await resultOf(asked, pool));
    // Threads that were ended with the run say nothing about the task.
    if (isDropped()) throw new Error('the run is over here');
    const { results } = keys;
    await client.multi().hset(results, String(asked.first), written).expire(results, RESULT_LIFETIME).exec();
  };
  const worker = new Worker(id, make, {
    connection: client,
    prefix: QUEUE_PREFIX,
    name,
    concurrency: threads,
    lockDuration: LOCK,
    stalledInterval: LOCK / 2,
    maxStalledCount: LOST_WORKERS,
    runRetryDelay: 500,
  });
  // A Redis that goes away is waited for, and a task that went to another worker meanwhile is theirs.
  worker.on('error', () => undefined);
  onNote(`run ${id} begins: ${plainText(announcement.about)}`);
  return { worker, pool };
}

/** What a task gave; that its thread was lost is a result too, or the task would be tried on every machine. */
async function resultOf(asked: Task, pool: TaskPool): Promise<TaskResult> {
  try {
    return await pool.run(asked);
  } catch (error) {
    return { outcomes: [], failure: { replicate: asked.first, message: showThrown(error).text } };
  }
}
