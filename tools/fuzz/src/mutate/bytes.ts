import { randomBytes } from './random-bytes.js';
import type { Mutator } from './mutator.js';

/** Flips, cuts, inserts or repeats bytes anywhere, with a liking for the end, where archives keep their directory. */
export const mutateBytes: Mutator = (content, rng) => {
  let bytes = Buffer.from(content);
  for (let edits = 1 + rng.integer(4); edits > 0; edits--) {
    const nearEnd = rng.integer(3) === 0 ? Math.max(0, bytes.length - 300) : 0;
    const at = nearEnd + rng.integer(bytes.length - nearEnd + 1);
    const length = 1 + rng.integer(rng.integer(4) === 0 ? 64 : 3);
    const kind = rng.integer(6);
    if (kind === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (kind === 1)
      bytes = Buffer.concat([bytes.subarray(0, at), randomBytes(length, rng), bytes.subarray(at)]);
    else if (kind === 2) bytes = bytes.subarray(0, at);
    else if (kind === 3) bytes = Buffer.concat([bytes, bytes.subarray(at, at + length)]);
    else if (at < bytes.length) bytes[at] = kind === 4 ? bytes[at] ^ (1 << rng.integer(8)) : rng.integer(256);
  }
  return bytes;
};
