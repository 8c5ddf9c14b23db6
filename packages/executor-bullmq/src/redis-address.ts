import { invalidRedisUrl } from './errors.js';

/** Where Redis is: with its credentials to connect, without them to show. */
export interface RedisAddress {
  /** May hold a user and a password: never show it. */
  readonly url: string;
  readonly shown: string;
}

/**
 * Reads the address of Redis or Valkey, `redis://host:port/database`, or `rediss://…` for TLS. One that is given must hold no
 * password, since command lines are seen by others; that of the environment variable `GOLDPAN_REDIS_URL` may.
 *
 * @throws INVALID_REDIS_URL, which never shows what may be a password
 */
export function redisAddress(
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): RedisAddress {
  const text = given ?? environment.GOLDPAN_REDIS_URL;
  if (text === undefined || text === '') throw invalidRedisUrl('none was given');
  if (!URL.canParse(text)) throw invalidRedisUrl('what was given is no URL');
  const url = new URL(text);
  if (!['redis:', 'rediss:'].includes(url.protocol)) throw invalidRedisUrl('the protocol is another one');
  if (url.hostname === '') throw invalidRedisUrl('it names no host');
  if (!/^\/?\d*$/.test(url.pathname))
    throw invalidRedisUrl('what follows the host is no number of a database');
  if (given !== undefined && (url.username !== '' || url.password !== ''))
    throw invalidRedisUrl('it has a user or a password, which others could see');
  return { url: text, shown: `${url.protocol}//${url.host}${url.pathname}` };
}
