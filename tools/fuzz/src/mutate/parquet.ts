import type { Rng } from '@goldpan/core';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { mutateBytes } from './bytes.js';
import { oneOf, type Mutator } from './mutator.js';
import { oddText } from './odd-values.js';

/** Damages the bytes of a Parquet file, or writes another one with columns of any name and type. */
export const mutateParquet: Mutator = (content, rng) =>
  rng.integer(3) > 0 ? mutateBytes(content, rng) : otherTable(rng);

const NAMES = ['item', 'system', 'score', 'metric', 'annotator', 'source', 'extra', '__proto__'];

function otherTable(rng: Rng): Buffer {
  const rows = rng.integer(5);
  const names = new Set(Array.from({ length: 2 + rng.integer(5) }, () => oneOf(NAMES, rng)));
  const columnData = [...names].map((name) => ({ name, nullable: true, ...columnOf(rows, rng) }));
  return Buffer.from(parquetWriteBuffer({ columnData, codec: oneOf(['SNAPPY', 'UNCOMPRESSED'], rng) }));
}

function columnOf(rows: number, rng: Rng) {
  const filled = <T>(value: () => T) =>
    Array.from({ length: rows }, () => (rng.integer(6) === 0 ? null : value()));
  const kind = rng.integer(4);
  if (kind === 0) return { type: 'STRING' as const, data: filled(() => oddText(rng)) };
  if (kind === 1) return { type: 'INT64' as const, data: filled(() => 2n ** BigInt(rng.integer(63))) };
  if (kind === 2) return { type: 'BOOLEAN' as const, data: filled(() => rng.integer(2) === 0) };
  return { type: 'DOUBLE' as const, data: filled(() => oneOf([NaN, Infinity, 1e308, 0.5, -0, 3], rng)) };
}
