import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Embedder } from '../embedding/embedder.js';
import { cacheMixed } from '../errors.js';
import { cacheFolder } from './cache-folder.js';
import { readVectors, writeVectors } from './vector-files.js';

/** New vectors are saved after so many texts, so that an interruption costs little. */
const CHUNK = 1024;

/**
 * The same embedder with its vectors kept on disk, found again by the hash of its name and of the text. Vectors are kept
 * in single precision; an embedder that gives more loses it here, with or without a hit.
 *
 * @param folder - made when it is not there; default `embeddings` in the cache folder of the user
 * @throws CACHE_MIXED, what the embedder throws, and errors of the file system
 */
export function cachedEmbedder(embedder: Embedder, folder = cacheFolder('embeddings')): Embedder {
  const own = join(folder, sha256(embedder.name).toString('hex').slice(0, 16));
  return {
    name: embedder.name,
    async embed(texts, { signal, progress } = {}) {
      const keys = texts.map((text) => sha256(text).toString('hex'));
      const known = await readVectors(own, new Set(keys));
      const missing = texts.map((_, i) => i).filter((i) => !known.has(keys[i]));
      for (let start = 0; start < missing.length; start += CHUNK) {
        signal?.throwIfAborted();
        const chunk = missing.slice(start, start + CHUNK);
        const done = texts.length - missing.length + start;
        const { dimensions, values } = await embedder.embed(
          chunk.map((i) => texts[i]),
          { signal, progress: (part) => progress?.(done + part, texts.length) },
        );
        const vectorOf = (row: number) => values.subarray(row * dimensions, (row + 1) * dimensions);
        const fresh = chunk.map((i, row) => [keys[i], new Float32Array(vectorOf(row))] as const);
        await writeVectors(own, new Map(fresh));
        for (const [key, vector] of fresh) known.set(key, vector);
      }
      const vectors = keys.map((key) => known.get(key)!);
      return asTable(vectors, own);
    },
  };
}

function asTable(vectors: readonly Float32Array[], folder: string) {
  const dimensions = vectors.reduce((longest, { length }) => Math.max(longest, length), 0);
  const values = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    // Texts without content that were embedded by themselves have zeros of any length.
    const isOther = vector.length !== dimensions && vector.some((x) => x !== 0);
    if (isOther) throw cacheMixed(folder, vector.length, dimensions);
    values.set(vector, row * dimensions);
  });
  return { dimensions, values };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
