import { randomBytes } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { allowedPlugins } from './allowed-plugins.js';
import { connect } from './connect.js';
import { removeRun } from './handed-over.js';
import { isRunId, keysOf, RUNS } from './keys.js';
import type { RedisAddress } from './redis-address.js';
import { takePart, type Part, type WorkerSelf } from './take-part.js';

/** What a worker is told. */
export interface WorkerOptions {
  readonly redis: RedisAddress;
  /** The plugins that may be used, each as what `import()` takes; runs with others are refused. */
  readonly plugins: readonly string[];
  /** Threads for each run; default: one per available core. */
  readonly threads?: number;
  /** Ends the worker: it finishes the tasks it has begun. */
  readonly signal: AbortSignal;
  /** Told of each run that begins, ends or is refused. */
  readonly onNote?: (text: string) => void;
}

/** Milliseconds between two looks for runs. */
const LOOK = 500;

/**
 * Takes part in the runs that are handed over to a Redis or Valkey (`bullmqExecutor`), until it is told to stop. No code comes from
 * there: a run names plugins, and only those of the list are used, each in the same version and with the same module.
 *
 * @throws REDIS_FAILS where Redis cannot be reached at first; a connection lost later is waited for
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { redis, plugins, threads = availableParallelism(), signal, onNote = () => undefined } = options;
  const allowed = await allowedPlugins(plugins);
  const client = await connect(redis);
  const name = `${hostname()}-${process.pid}-${randomBytes(2).toString('hex')}`;
  const self: WorkerSelf = { name, threads, allowed, client, onNote };
  const parts = new Map<string, Part>();
  onNote(
    `worker ${name} listens to ${redis.shown} with ${threads === 1 ? '1 thread' : `${threads} threads`}`,
  );
  const stop = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const work = async () => {
    while (!signal.aborted) {
      await followRuns(self, parts);
      await Promise.race([stop, setTimeout(LOOK)]);
    }
  };
  try {
    await Promise.race([stop, work()]);
    await Promise.all(Array.from(parts.values(), (part) => part.end('finish')));
  } finally {
    client.disconnect();
  }
}

/** Begins what is new, ends what is over, and gives a sign of life to the rest. */
async function followRuns(self: WorkerSelf, parts: Map<string, Part>): Promise<void> {
  const open = await openRuns(self.client);
  for (const [id, part] of parts) {
    if (open.has(id)) continue;
    parts.delete(id);
    await part.end('drop');
  }
  for (const id of open) if (!parts.has(id)) parts.set(id, takePart(id, self));
  for (const part of parts.values()) await part.sign();
}

/** The runs that somebody waits for; those that nobody keeps any more are removed. */
async function openRuns(client: Redis): Promise<Set<string>> {
  const open = new Set<string>();
  for (const id of (await client.smembers(RUNS)).filter(isRunId)) {
    if ((await client.exists(keysOf(id).announcement)) === 1) open.add(id);
    else await removeRun(client, id);
  }
  return open;
}
