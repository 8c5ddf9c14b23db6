import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { itemLines, run, temporaryFolder } from './run.js';

const folder = temporaryFolder();
const items = folder.write('items.jsonl', itemLines().join('\n'));
const plan = (...flags: string[]) =>
  run(['plan', items, '--selector', 'random', '--replicates', '3', ...flags], folder.path);
beforeAll(() => vi.stubEnv('GOLDPAN_REDIS_URL', undefined));
afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

describe('other machines are refused with exit code 2', () => {
  test.each([
    [['--executor', 'bullmq'], /none was given.*\[INVALID_REDIS_URL\]/s],
    [['--redis', 'localhost'], /is no URL.*\[INVALID_REDIS_URL\]/s],
    [['--executor', 'bullmq', '--redis', 'redis://me:s3cret@localhost'], /user or a password/],
    [['--executor', 'elsewhere'], /pool, bullmq/],
  ])('%j', async (flags, problem) => {
    const { code, out, err } = await plan(...flags);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(problem);
    expect(err).not.toContain('s3cret');
  });

  test('where nobody listens, also for a worker, without the password of the environment', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    vi.stubEnv('GOLDPAN_REDIS_URL', `redis://me:s3cret@127.0.0.1:${port}`);
    for (const { code, err } of [await plan('--executor', 'bullmq'), await run(['worker'], folder.path)]) {
      expect(code).toBe(2);
      expect(err).toMatch(/redis:\/\/127\.0\.0\.1:\d+ cannot be used: .*ECONNREFUSED.*\[REDIS_FAILS\]/s);
      expect(err).not.toContain('s3cret');
    }
  });
});
