import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect } from '../src/connect.js';
import { bullmqExecutor, redisAddress } from '../src/index.js';
import { freePort, hasRedis, startRedis } from './redis-server.js';
import { plan } from './setting.js';
import { WorkerProcess } from './workers.js';

test('an address that nobody listens to is told within seconds, without what may be a password', async () => {
  const redis = redisAddress(undefined, {
    GOLDPAN_REDIS_URL: `redis://me:s3cret@127.0.0.1:${await freePort()}/2`,
  });
  const before = performance.now();
  const error = await plan({ executor: bullmqExecutor({ redis }) }).catch((thrown) => thrown);
  expect(performance.now() - before).toBeLessThan(10_000);
  expect(error).toMatchObject({
    code: 'REDIS_FAILS',
    what: expect.stringMatching(/127\.0\.0\.1:\d+\/2 .*ECONNREFUSED/),
  });
  expect(JSON.stringify([error, error.message, error.stack])).not.toContain('s3cret');
});

describe.skipIf(!hasRedis)('a Redis with a password', () => {
  test('takes the right one from the environment, and refuses others', async () => {
    const redis = await startRedis(['--requirepass', 's3cret']);
    const host = `127.0.0.1:${redis.port}`;
    const address = (password: string) =>
      redisAddress(undefined, { GOLDPAN_REDIS_URL: `redis://:${password}@${host}` });
    const client = await connect(address('s3cret'));
    expect(await client.ping()).toBe('PONG');
    client.disconnect();
    for (const wrong of [address('wr0ng'), redisAddress(`redis://${host}`, {})]) {
      const error = await connect(wrong).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'REDIS_FAILS', what: expect.stringMatching(/WRONGPASS|NOAUTH/) });
      expect(JSON.stringify([error, error.stack])).not.toContain('wr0ng');
    }
    await redis.remove();
  });
});

const hasTls = hasRedis && spawnSync('openssl', ['version']).status === 0;

describe.skipIf(!hasTls)('a Redis behind TLS', () => {
  test('is spoken with where its certificate is trusted, and refused elsewhere', async () => {
    const redis = await startRedis();
    const [key, certificate] = ['key.pem', 'cert.pem'].map((name) => join(redis.folder, name));
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const form = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1'];
    spawnSync('openssl', ['req', ...form, '-keyout', key, '-out', certificate, ...subject]);
    const port = await freePort();
    const client = redis.client();
    await client.connect();
    for (const [name, value] of [
      ['tls-cert-file', certificate],
      ['tls-key-file', key],
      ['tls-auth-clients', 'no'],
      ['tls-port', String(port)],
    ])
      await client.config('SET', name, value);
    client.disconnect();
    const url = `rediss://localhost:${port}`;
    await expect(connect(redisAddress(url, {}))).rejects.toMatchObject({ code: 'REDIS_FAILS' });
    const trusting = new WorkerProcess(url, [], 1, { NODE_EXTRA_CA_CERTS: certificate });
    await trusting.said(/listens to rediss:/);
    await trusting.end('SIGKILL');
    await redis.remove();
  });
});
