import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bullmqExecutor, redisAddress } from '../src/index.js';
import { hasRedis, startRedis, type RedisServer } from './redis-server.js';
import { plan, plugins, smallTasks } from './setting.js';
import { startWorkers, type WorkerProcess } from './workers.js';

describe.skipIf(!hasRedis)('what is lost on the way changes no byte:', () => {
  let redis: RedisServer;
  let workers: WorkerProcess[];
  beforeAll(async () => {
    redis = await startRedis();
    workers = await startWorkers(redis.url, { plugins });
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await redis.remove();
  });

  const settings = { selector: 'slow', replicates: 41, seed: 5 };
  /** The plan, while something happens once seven replicates are finished. */
  async function planWhile(happens: () => Promise<void>): Promise<string> {
    const executor = bullmqExecutor({ redis: redisAddress(redis.url, {}) });
    let happening: Promise<void> | undefined;
    const onProgress = (done: number) => {
      if (done >= 7) happening ??= happens();
    };
    const result = await plan({ executor: smallTasks(executor), onProgress }, settings);
    expect(happening).toBeDefined();
    await happening;
    return JSON.stringify(result);
  }
  // It chooses as the slow one does.
  const quick = { ...settings, selector: 'first-system' };
  const expected = async () => JSON.stringify(await plan({ workers: 0 }, quick));

  test('a Redis that is killed and started again', async () => {
    const restart = async () => {
      await redis.kill();
      await setTimeout(300);
      await redis.start();
    };
    expect(await planWhile(restart)).toBe(await expected());
  });

  test('a Redis that forgot everything', async () => {
    const forget = async () => {
      const client = redis.client();
      await client.flushall();
      client.disconnect();
    };
    expect(await planWhile(forget)).toBe(await expected());
  });

  test('a worker that is killed while it works, and one that is told to stop', async () => {
    const end = async () => {
      await Promise.all([workers[1].end('SIGKILL'), workers[2].end('SIGTERM')]);
    };
    expect(await planWhile(end)).toBe(await expected());
    expect(workers.map(({ process }) => [process.exitCode, process.signalCode])).toEqual([
      [null, null],
      [null, 'SIGKILL'],
      [0, null],
    ]);
  });
});
