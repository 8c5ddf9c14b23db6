import { poolEmpty, streamedValueMissing } from '../errors.js';
import { dotProducts, type Rows } from '../kernels/dot-products.js';
import { normaliseRows } from '../kernels/normalise-rows.js';
import type { Pool, StreamedItem } from './streamed-item.js';

/** Items whose products are taken at a time. */
const CHUNK = 255;

/** Reads a pool and gives every item with its vector, checked. @throws STREAMED_VALUE_MISSING, POOL_EMPTY */
export async function* itemsWithVectors(
  pool: Pool,
  signal?: AbortSignal,
): AsyncGenerator<{ item: StreamedItem; vector: ArrayLike<number> }> {
  let dimensions = 0;
  for await (const item of pool()) {
    signal?.throwIfAborted();
    const { vector } = item;
    dimensions ||= vector?.length ?? 0;
    if (vector === undefined || vector.length === 0 || vector.length !== dimensions) {
      const expected = dimensions === 0 ? 'a vector' : `a vector of ${dimensions} numbers`;
      throw streamedValueMissing(item.id, expected, vector && `${vector.length}`);
    }
    yield { item, vector };
  }
  if (dimensions === 0) throw poolEmpty();
}

/**
 * Reads a pool and gives every item with its affinities to targets: cosines, 0 where negative. The row is overwritten later:
 * copy it to keep it.
 *
 * @param targets - of length 1 or 0
 */
export async function* itemsWithRows(
  pool: Pool,
  targets: Rows,
  signal?: AbortSignal,
): AsyncGenerator<{ item: StreamedItem; row: Float32Array }> {
  const width = targets.values.length / targets.dimensions;
  const rows = new Float32Array(CHUNK * width);
  let chunk: { item: StreamedItem; vector: ArrayLike<number> }[] = [];
  const flush = function* () {
    affinityRows(
      chunk.map(({ vector }) => vector),
      targets,
      rows,
    );
    for (let i = 0; i < chunk.length; i++) {
      yield { item: chunk[i].item, row: rows.subarray(i * width, (i + 1) * width) };
    }
    chunk = [];
  };
  for await (const each of itemsWithVectors(pool, signal)) {
    if (chunk.push(each) === CHUNK) yield* flush();
  }
  yield* flush();
}

/** Affinities of vectors to targets: shape (vectors, targets). */
export function affinityRows(
  vectors: readonly ArrayLike<number>[],
  targets: Rows,
  into = new Float32Array((vectors.length * targets.values.length) / targets.dimensions),
): Float32Array {
  const rows = unitRows(vectors, targets.dimensions);
  const width = targets.values.length / targets.dimensions;
  dotProducts({ rows, start: 0, end: vectors.length }, { rows: targets, start: 0, end: width }, into);
  for (let at = 0; at < vectors.length * width; at++) if (into[at] < 0) into[at] = 0;
  return into;
}

/** Vectors as rows of length 1. */
export function unitRows(vectors: readonly ArrayLike<number>[], dimensions: number): Rows {
  const values = new Float64Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => values.set(vector, row * dimensions));
  return normaliseRows({ dimensions, values });
}
