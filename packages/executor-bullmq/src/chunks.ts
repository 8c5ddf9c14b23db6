import type { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import { refused } from './errors.js';
import { chunkKey } from './keys.js';

/** Bytes of a chunk at most: far below what Redis takes, and long enough that a chunk costs next to nothing. */
export const CHUNK_BYTES = 4 << 20;

/** Seconds that a chunk stays when nobody asks for it to be kept. */
const LIFETIME = 3600;

/** Chunks by the SHA-256 of their bytes. */
export type Chunks = Map<string, Uint8Array>;

/** Cuts bytes into chunks, adds them to those that are there, and names them in order. O(bytes). */
export function cut(bytes: Uint8Array, chunks: Chunks): string[] {
  const hashes: string[] = [];
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES) {
    const chunk = bytes.subarray(from, from + CHUNK_BYTES);
    const hash = hashOf(chunk);
    chunks.set(hash, chunk);
    hashes.push(hash);
  }
  return hashes;
}

/** Sees to it that Redis has the chunks and keeps them for another hour; only those that it lacks are sent. */
export async function keepChunks(client: Redis, chunks: Chunks): Promise<void> {
  const kept = client.pipeline();
  for (const hash of chunks.keys()) kept.expire(chunkKey(hash), LIFETIME);
  const answers = await kept.exec();
  let at = 0;
  for (const [hash, bytes] of chunks) {
    const isThere = answers?.[at++][1] === 1;
    // A copy, since data may lie in memory that threads share, which sockets do not take.
    if (!isThere) await client.set(chunkKey(hash), Buffer.from(bytes), 'EX', LIFETIME);
  }
}

/**
 * Fetches chunks and writes them, one after the other, into the bytes.
 *
 * @throws REFUSED where one is missing, is another one than its name says, or does not fit
 */
export async function fetchChunks(client: Redis, hashes: readonly string[], into: Uint8Array): Promise<void> {
  let at = 0;
  for (const hash of hashes) {
    // No more than a chunk may be long, whatever there is.
    const chunk = await client.getrangeBuffer(chunkKey(hash), 0, CHUNK_BYTES - 1);
    if (chunk.length === 0) throw refused(`chunk ${hash} of its data is not in Redis`);
    if (hashOf(chunk) !== hash) throw refused(`chunk ${hash} of its data was changed`);
    if (at + chunk.length > into.length) throw refused('its data is longer than it says');
    into.set(chunk, at);
    at += chunk.length;
  }
  if (at < into.length) throw refused('its data is shorter than it says');
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
