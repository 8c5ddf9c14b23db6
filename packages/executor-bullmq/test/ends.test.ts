import { Worker } from 'bullmq';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bullmqExecutor, redisAddress } from '../src/index.js';
import { hasRedis, startRedis, type RedisServer } from './redis-server.js';
import { plan, planWith, plugins, smallTasks } from './setting.js';
import { startWorkers, type WorkerProcess } from './workers.js';

describe.skipIf(!hasRedis)('a run ends, and says why,', () => {
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
  const executor = (onNote?: (text: string) => void) =>
    bullmqExecutor({ redis: redisAddress(redis.url, {}), patience: 1500, onNote });
  async function runs(): Promise<string[]> {
    const client = redis.client();
    const found = await client.smembers('goldpan:runs');
    client.disconnect();
    return found;
  }

  test('where a selector throws: by its name, the replicate and what it threw, without what could colour a terminal', async () => {
    const settings = { selector: 'throws-sometimes' };
    const here = await plan({ workers: 0 }, settings).catch((error) => error);
    const there = await plan({ executor: executor() }, settings).catch((error) => error);
    expect(there).toMatchObject({ code: 'REPLICATE_FAILED', fields: { selector: 'throws-sometimes' } });
    expect(there.fields.replicate).toBeLessThan(240);
    expect(here.what).toContain('no luck \u001b[31mtoday');
    expect(there.what).toContain('no luck  [31mtoday');
    expect(await runs()).toEqual([]);
  });

  test('where a selector ends its thread, twice', async () => {
    await expect(plan({ executor: executor() }, { selector: 'exits', replicates: 5 })).rejects.toMatchObject({
      code: 'REPLICATE_FAILED',
      what: expect.stringMatching(/a worker ended twice on replicates 0 to 4 of selector "exits"/),
    });
    expect(workers.map(({ process }) => process.exitCode)).toEqual([null, null, null]);
  });

  test('within a second, where it is interrupted', async () => {
    const stop = new AbortController();
    let stopped = NaN;
    const interrupt = () => {
      stopped = performance.now();
      stop.abort();
    };
    const onProgress = (done: number) => void (done === 3 && interrupt());
    const work = plan(
      { executor: smallTasks(executor()), signal: stop.signal, onProgress },
      { selector: 'slow', replicates: 10_000 },
    );
    await expect(work).rejects.toMatchObject({ code: 'INTERRUPTED', fields: { finished: 3 } });
    expect(performance.now() - stopped).toBeLessThan(1000);
    expect(await runs()).toEqual([]);
  });

  test('where a plugin is another one than on the workers, and where they do not allow it', async () => {
    const folder = redis.folder;
    const source = readFileSync(new URL('./fixtures/test-plugin.mjs', import.meta.url), 'utf8').replaceAll(
      '@goldpan/core',
      import.meta.resolve('@goldpan/core'),
    );
    const cases = [
      [source, /test-plugin" has another module here/],
      [source.replace('1.2.3', '2.0.0'), /test-plugin" is asked for in version 2.0.0, and here in 1.2.3/],
      [
        source.replace("'test-plugin'", "'further-plugin'"),
        /further-plugin" is none of those that this worker/,
      ],
    ] as const;
    for (const [k, [text, problem]] of cases.entries()) {
      const file = join(folder, `plugin-${k}.mjs`);
      writeFileSync(file, text);
      const notes: string[] = [];
      const error = await planWith(file, { executor: executor((note) => notes.push(note)) }).catch((e) => e);
      expect(error).toMatchObject({ code: 'NO_WORKERS', what: expect.stringMatching(problem) });
      expect(notes.filter((note) => problem.test(note))).toHaveLength(3);
      await workers[0].said(problem);
    }
  });

  test('where workers are lost over a task again and again', async () => {
    const client = redis.client();
    client.options.maxRetriesPerRequest = null;
    const work = plan({ executor: executor() }, { selector: 'slow', replicates: 90 });
    const ended = expect(work).rejects.toMatchObject({
      code: 'TASK_LOST',
      what: expect.stringMatching(/task \d+-to-\d+ of selector "slow" failed on the workers: gone/),
    });
    let id: string | undefined;
    while (id === undefined) [id] = await client.smembers('goldpan:runs').finally(() => setTimeout(5));
    const broken = new Worker(id, () => Promise.reject(new Error('gone')), {
      connection: client,
      prefix: 'goldpan:tasks',
    });
    broken.on('error', () => undefined);
    await ended;
    await broken.close(true);
    client.disconnect();
  });
});
