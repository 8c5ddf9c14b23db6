import { Redis } from 'ioredis';
import { redisFails } from './errors.js';
import type { RedisAddress } from './redis-address.js';

/** Milliseconds between attempts to reach a Redis that went away. */
const RETRY = 500;

/**
 * Connects to Redis. A first attempt that fails is told at once; a connection that is lost later is made again, and commands wait
 * for it.
 *
 * @param patience - milliseconds after which a Redis that went away is given up
 * @throws REDIS_FAILS within seconds
 */
export async function connect({ url, shown }: RedisAddress, patience = Infinity): Promise<Redis> {
  let isReached = false;
  let cause: unknown;
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5000,
    maxRetriesPerRequest: null,
    retryStrategy: (attempts) => (isReached && attempts * RETRY <= patience ? RETRY : null),
  });
  client.on('error', (error) => (cause = error));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    client.disconnect();
    throw redisFails(shown, cause ?? error);
  }
  isReached = true;
  return client;
}
