import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { notReadableTwice } from '../errors.js';
import { LineSplitter } from '../io/line-splitter.js';
import { openFile } from '../io/open-file.js';
import { isGzip, readBytes } from '../io/read-bytes.js';
import { readLinesOf } from './read-lines-of.js';
import { writeRejected } from './write-rejected.js';
import { refuseSameFile } from '../io/refuse-same-file.js';
import { ItemCollector } from './item-collector.js';
import { itemsFile, type ItemsFile } from './items-file.js';

/** How a file of items is read; everything has a default. */
export interface ReadItemsOptions {
  /** Keep sources, references and outputs in the dataset; default true. Without them memory depends on the scores alone. */
  readonly texts?: boolean;
  /** Write the lines that cannot be used to this file, byte for byte, and go on; default: fail. */
  readonly skipInvalid?: string;
  /** The longest line that is read, in bytes; default 64 MiB. */
  readonly maxLineLength?: number;
  /** Called about once per MiB. */
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
}

/** How far the reading has come. */
export interface ReadProgress {
  /** Bytes read so far, of the file as it lies on disk. */
  readonly bytes: number;
  /** Size of the file; 0 for a pipe. */
  readonly totalBytes: number;
  readonly items: number;
}

/**
 * Reads items from JSON lines, plain or gzip (told by its first bytes), LF or CR LF, with or without a byte order mark.
 * Blank lines are passed over. The origin of an item in the dataset is `"file:line"`.
 *
 * A line that cannot be used (not UTF-8, not JSON, not an item, an id that an earlier item has) never stops the reading
 * silently: the reading goes on to collect ten of them and then fails, or with `skipInvalid` they are all written to that
 * file, which is always made, and counted.
 *
 * O(bytes) time. Memory: the scores twice over while they are joined, ids, 16 bytes per item, and the texts unless
 * `texts` is false.
 *
 * @throws INVALID_INPUT with `fields.problems`, NO_ITEMS, FILE_NOT_FOUND, NOT_A_FILE, READ_FAILED, BAD_COMPRESSION, and with
 *   `skipInvalid` WRITE_FAILED and NOT_READABLE_TWICE
 */
export async function readItems(path: string, options: ReadItemsOptions = {}): Promise<ItemsFile> {
  if (options.skipInvalid !== undefined) await refuseSameFile(options.skipInvalid, [path]);
  const file = await openFile(path);
  try {
    const stats = await file.stat();
    if (options.skipInvalid !== undefined && !stats.isFile()) throw notReadableTwice(path);
    return await collect(file, path, { ...options, stats });
  } finally {
    await file.close();
  }
}

async function collect(
  file: FileHandle,
  path: string,
  options: ReadItemsOptions & { stats: Stats },
): Promise<ItemsFile> {
  const { stats, texts = true, skipInvalid, signal } = options;
  const hash = createHash('sha256');
  const compressed = stats.isFile() && (await isGzip(file));
  const expectedItems = compressed || !stats.isFile() ? undefined : await expectedLines(file, stats.size);
  const collector = new ItemCollector({ path, texts, tolerant: skipInvalid !== undefined, expectedItems });
  const splitter = new LineSplitter((line) => collector.take(line), options.maxLineLength);
  const onBytes = (bytes: number) => {
    options.onProgress?.({ bytes, totalBytes: stats.size, items: collector.size });
  };
  for await (const chunk of readBytes(file, path, { hash, signal, onBytes })) splitter.push(chunk);
  splitter.end();
  const dataset = collector.build();
  if (skipInvalid !== undefined) await writeRejected(skipInvalid, { file, path, ranges: collector.rejected });
  const { starts, lengths, lines, blank, rejected } = collector;
  const index = { path, stats, compressed, starts, lengths };
  return itemsFile({
    path,
    format: 'items',
    dataset,
    sha256: hash.digest('hex'),
    counts: { lines, items: dataset.size, blank, rejected: rejected.length, bytes: stats.size },
    notes: [],
    lines: (items) => readLinesOf(index, items),
  });
}

/** How many lines a file has if it goes on as it begins, and a tenth more. */
async function expectedLines(file: FileHandle, size: number): Promise<number> {
  const start = Buffer.alloc(256 * 1024);
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  const lines = start.subarray(0, bytesRead).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
  return bytesRead < start.length ? lines : Math.ceil((1.1 * lines * size) / bytesRead);
}
