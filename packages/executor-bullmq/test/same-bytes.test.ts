import type { Executor } from '@goldpan/simulation';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bullmqExecutor, redisAddress } from '../src/index.js';
import { hasRedis, startRedis, type RedisServer } from './redis-server.js';
import { compare, plan, plugins, smallTasks } from './setting.js';
import { startWorkers, type WorkerProcess } from './workers.js';

describe.skipIf(!hasRedis)('three worker processes make the same bytes as this thread', () => {
  let redis: RedisServer;
  let workers: WorkerProcess[];
  let executor: Executor;
  beforeAll(async () => {
    redis = await startRedis();
    workers = await startWorkers(redis.url, { plugins });
    executor = bullmqExecutor({ redis: redisAddress(redis.url, {}) });
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.end('SIGKILL')));
    await redis.remove();
  });

  test('for a plan and a comparison at once, one of them with costs, the other with an estimator', async () => {
    const costs = Float64Array.from({ length: 37 }, (_, item) => 1 + (item % 3));
    const made = await Promise.all([
      plan({ executor }, { costs }),
      compare({ executor }, { estimate: 'regression', replicates: 9 }),
    ]);
    const expected = [
      await plan({ workers: 0 }, { costs }),
      await compare({ workers: 0 }, { estimate: 'regression', replicates: 9 }),
    ];
    expect(made.map((result) => JSON.stringify(result))).toEqual(
      expected.map((result) => JSON.stringify(result)),
    );
  });

  test('for the same plan twice at once, with another number of replicates', async () => {
    const settings = { replicates: 25, seed: 3 };
    const [small, large] = await Promise.all([
      plan({ executor: smallTasks(executor) }, settings),
      plan({ executor }, { ...settings, replicates: 31 }),
    ]);
    expect(JSON.stringify(small)).toBe(JSON.stringify(await plan({ workers: 0 }, settings)));
    expect(JSON.stringify(large.outcomes.slice(0, 25))).toBe(JSON.stringify(small.outcomes));
  });

  test('and progress is told as tasks end, and nothing of a run stays but chunks that go by themselves', async () => {
    const told: number[] = [];
    await plan({ executor: smallTasks(executor), onProgress: (done) => told.push(done) }, { replicates: 9 });
    expect(told).toEqual(Array.from({ length: 10 }, (_, k) => k));
    const client = redis.client();
    const kindOf = (key: string) => key.replace(/[0-9a-f-]{20,}/, 'ID');
    // While the run ended workers may have told that they are there, looked for lost tasks, or written that a queue was paused.
    const passing = ['goldpan:run:ID:workers', 'goldpan:tasks:ID:stalled-check', 'goldpan:tasks:ID:meta'];
    const keys = (await client.keys('*')).filter((key) => !passing.includes(kindOf(key)));
    const lifetimes = await Promise.all(keys.map((key) => client.ttl(key)));
    client.disconnect();
    expect([...new Set(keys.map(kindOf))]).toEqual(['goldpan:chunk:ID']);
    expect(Math.min(...lifetimes)).toBeGreaterThan(0);
    expect(Math.max(...lifetimes)).toBeLessThanOrEqual(3600);
  });
});
