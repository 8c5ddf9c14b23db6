import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { notReadableTwice } from '../errors.js';
import { LineSplitter } from '../io/line-splitter.js';
import { openFile } from '../io/open-file.js';
import { isGzip, readBytes } from '../io/read-bytes.js';
import { refuseSameFile } from '../io/refuse-same-file.js';
import { ItemCollector, type ByteRange, type ItemSink } from './item-collector.js';
import type { ItemLines, ItemsCounts } from './items-file.js';
import { readLinesOf } from './read-lines-of.js';
import { writeRejected } from './write-rejected.js';

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

/** A file of items that is open, and how it is read. */
export interface ItemsInput {
  readonly path: string;
  readonly file: FileHandle;
  readonly stats: Stats;
  readonly compressed: boolean;
  readonly options: ReadItemsOptions;
}

/** What one reading found. */
export interface Reading<T> {
  readonly built: T;
  readonly sha256: string;
  readonly counts: ItemsCounts;
  /** The lines that cannot be used. */
  readonly rejected: readonly ByteRange[];
  /** First byte and length of the line of each item. */
  readonly starts: Float64Array;
  readonly lengths: Float64Array;
}

/** Opens a file of items, lets it be read, and closes it. */
export async function withItemsInput<T>(
  path: string,
  options: ReadItemsOptions,
  work: (input: ItemsInput) => Promise<T>,
): Promise<T> {
  if (options.skipInvalid !== undefined) await refuseSameFile(options.skipInvalid, [path]);
  const file = await openFile(path);
  try {
    const stats = await file.stat();
    if (options.skipInvalid !== undefined && !stats.isFile()) throw notReadableTwice(path);
    const compressed = stats.isFile() && (await isGzip(file));
    return await work({ path, file, stats, compressed, options });
  } finally {
    await file.close();
  }
}

/** Reads a file from its start to its end into a sink. @throws INVALID_INPUT, READ_FAILED, BAD_COMPRESSION, the signal's reason */
export async function readThrough<T>(input: ItemsInput, sink: ItemSink<T>): Promise<Reading<T>> {
  const { path, file, stats, options } = input;
  const { skipInvalid, maxLineLength, signal, onProgress } = options;
  const hash = createHash('sha256');
  const collector = new ItemCollector(sink, { path, tolerant: skipInvalid !== undefined });
  const splitter = new LineSplitter((line) => collector.take(line), maxLineLength);
  const onBytes = (bytes: number) => {
    onProgress?.({ bytes, totalBytes: stats.size, items: collector.size });
  };
  for await (const chunk of readBytes(file, path, { hash, signal, onBytes })) splitter.push(chunk);
  splitter.end();
  const built = collector.build();
  const { starts, lengths, lines, blank, rejected, size: items } = collector;
  return {
    built,
    sha256: hash.digest('hex'),
    counts: { lines, items, blank, rejected: rejected.length, bytes: stats.size },
    rejected,
    starts: starts.values,
    lengths: lengths.values,
  };
}

/** Writes down what was rejected, and says what was read and how to read it again. */
export async function describeReading(
  { path, file, stats, compressed, options }: ItemsInput,
  { sha256, counts, rejected, starts, lengths }: Omit<Reading<unknown>, 'built'>,
): Promise<ItemLines> {
  const { skipInvalid, maxLineLength } = options;
  if (skipInvalid !== undefined) await writeRejected(skipInvalid, { file, path, ranges: rejected });
  const index = { path, stats, compressed, starts, lengths, maxLineLength };
  return {
    path,
    format: 'items',
    sha256,
    counts,
    notes: [],
    lines: (items) => readLinesOf(index, items),
  };
}
