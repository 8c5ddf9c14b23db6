import type { Rng } from '@goldpan/core';

export function randomBytes(length: number, rng: Rng): Buffer {
  return Buffer.from(Array.from({ length }, () => rng.integer(256)));
}
