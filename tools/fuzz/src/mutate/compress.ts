import { deflateSync, gzipSync } from 'node:zlib';
import { mutateBytes } from './bytes.js';
import type { Mutator } from './mutator.js';

/** Packs a file as gzip: whole, damaged, in two members, with rubbish behind it, or as something else. */
export const mutateByCompressing: Mutator = (content, rng) => {
  const packed = gzipSync(content);
  const half = rng.integer(content.length + 1);
  const kind = rng.integer(6);
  if (kind < 2) return packed;
  if (kind === 2) return mutateBytes(packed, rng);
  if (kind === 3)
    return Buffer.concat([gzipSync(content.subarray(0, half)), gzipSync(content.subarray(half))]);
  if (kind === 4) return Buffer.concat([packed, content.subarray(0, half)]);
  return deflateSync(content);
};
