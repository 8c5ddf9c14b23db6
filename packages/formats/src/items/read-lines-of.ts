import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { fileChanged, notReadableTwice } from '../errors.js';
import { openFile } from '../io/open-file.js';
import { readBytes } from '../io/read-bytes.js';
import { readLines } from '../io/read-lines.js';
import { unpackToTemporaryFile } from '../io/unpack-to-temporary-file.js';

/** Where the lines of the items are in a file. */
export interface LineIndex {
  readonly path: string;
  /** The file as it was when the index was made. */
  readonly stats: Stats;
  /** Whether positions count bytes of the unpacked data rather than of the file. */
  readonly compressed: boolean;
  /** Position of each item's first byte. */
  readonly starts: ArrayLike<number>;
  /** Length of each item's line in bytes, without its end. */
  readonly lengths: ArrayLike<number>;
  /** The longest line that is read, in bytes; default 64 MiB. */
  readonly maxLineLength?: number;
}

/** Bytes and lines that are read at once. */
const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_LINES = 256;

/**
 * The lines of some items, in the given order, read from disk again; default all, in the order of the file, which is one pass over
 * it. For some of a compressed file, it is unpacked into the temporary folder for as long as the reading lasts. O(bytes
 * of the items), plus one pass where the file is compressed.
 *
 * @throws FILE_CHANGED, NOT_READABLE_TWICE
 */
export async function* readLinesOf(
  index: LineIndex,
  items?: ArrayLike<number>,
): AsyncGenerator<string, void, void> {
  if (!index.stats.isFile()) throw notReadableTwice(index.path);
  const original = await openFile(index.path);
  try {
    await refuseChanged(original, index);
    if (items === undefined) return yield* everyLine(original, index);
    const unpacked = index.compressed ? await unpackToTemporaryFile(original, index.path) : undefined;
    try {
      for (const batch of batchesOf(index, items))
        yield* await readBatch(unpacked?.file ?? original, index, batch);
    } finally {
      await unpacked?.remove();
    }
  } finally {
    await original.close();
  }
}

async function refuseChanged(file: FileHandle, { path, stats }: LineIndex): Promise<void> {
  const now = await file.stat();
  if (now.size !== stats.size || now.mtimeMs !== stats.mtimeMs) throw fileChanged(path);
}

/** The lines of all items in one pass, those that are no items passed over. */
async function* everyLine(file: FileHandle, { path, starts, maxLineLength }: LineIndex) {
  let item = 0;
  const lines = readLines(readBytes(file, path), { maxLineLength, onProblem: () => undefined });
  for await (const batch of lines) {
    for (const { start, text } of batch) {
      if (start !== starts[item]) continue;
      item++;
      yield text;
    }
  }
  if (item < starts.length) throw fileChanged(path);
}

function* batchesOf({ lengths }: LineIndex, items: ArrayLike<number>): Generator<number[]> {
  let batch: number[] = [];
  let bytes = 0;
  for (let i = 0; i < items.length; i++) {
    batch.push(items[i]);
    bytes += lengths[items[i]];
    if (batch.length < BATCH_LINES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function readBatch(file: FileHandle, index: LineIndex, items: readonly number[]): Promise<string[]> {
  return Promise.all(
    items.map(async (item) => {
      const line = Buffer.allocUnsafe(index.lengths[item]);
      const { bytesRead } = await file.read(line, 0, line.length, index.starts[item]);
      if (bytesRead < line.length) throw fileChanged(index.path);
      return line.toString('utf8');
    }),
  );
}
