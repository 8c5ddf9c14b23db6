import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Whether there is a Redis to test with. Where there is none, tests that need it are skipped and say so. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis)
  console.warn(
    'skipped: tests with Redis, since there is no redis-server here (Debian: apt-get install redis-server)',
  );

/** A Redis of a test's own, which writes down what it is told before it answers. */
export class RedisServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'goldpan-redis-'));
  readonly port: number;
  readonly #flags: readonly string[];
  #process?: ChildProcess;

  constructor(port: number, flags: readonly string[] = []) {
    this.port = port;
    this.#flags = flags;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const flags = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', ''];
    const durable = ['--appendonly', 'yes', '--appendfsync', 'always'];
    this.#process = spawn('redis-server', [...flags, ...durable, ...this.#flags], { stdio: 'ignore' });
    while (!(await isListening(this.port))) await setTimeout(20);
  }

  client(): Redis {
    const client = new Redis(this.url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    return client;
  }

  /** Ends the process as a lost machine does. */
  async kill(): Promise<void> {
    const ended = once(this.#process!, 'exit');
    this.#process!.kill('SIGKILL');
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Starts a Redis on a port that was free. */
export async function startRedis(flags: readonly string[] = []): Promise<RedisServer> {
  const server = new RedisServer(await freePort(), flags);
  await server.start();
  return server;
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A port that nobody listens to. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
