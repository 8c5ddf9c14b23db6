import type { Dataset, Embeddings } from '@goldpan/core';
import { readFile } from 'node:fs/promises';
import { openFile } from '../io/open-file.js';
import { readItems } from '../items/read-items.js';
import { isNpy, parseNpy } from './npy.js';
import { readParquetVectors } from './parquet-vectors.js';
import { vectorsByPosition } from './vectors-by-position.js';
import { vectorsById } from './vectors-by-id.js';

/**
 * A dataset with the vectors of a file beside it; they take the place of vectors that it has. What kind of file it is, is told by
 * its first bytes:
 *
 * - `.npy`, float32 or float64, by position: shape (items, dimensions) for sources, (items, systems, dimensions) for outputs
 * - Parquet, by id: columns `id`, `vector` and, for outputs, `system`
 * - JSON lines, plain or gzip, by id: `{"id": …, "embedding": {"src": […], "tgt": {"system": […]}}}`
 *
 * Vectors by id may be of more items and systems than the dataset has, but not of fewer.
 *
 * @throws UNUSABLE_INPUT, INVALID_INPUT, FILE_NOT_FOUND and what reading a file throws
 */
export async function withVectors(dataset: Dataset, path: string, signal?: AbortSignal): Promise<Dataset> {
  const embeddings = { ...dataset.embeddings, ...(await vectorsOf(dataset, path, signal)) };
  return Object.freeze({ ...dataset, embeddings });
}

async function vectorsOf(dataset: Dataset, path: string, signal?: AbortSignal): Promise<Embeddings> {
  const start = await firstBytes(path);
  if (isNpy(start)) return vectorsByPosition(path, parseNpy(path, await readFile(path, { signal })), dataset);
  if (start.toString('latin1', 0, 4) === 'PAR1')
    return vectorsById(path, await readParquetVectors(path, signal), dataset);
  return vectorsById(path, (await readItems(path, { texts: false, signal })).dataset, dataset);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await openFile(path);
  try {
    const bytes = Buffer.alloc(8);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
