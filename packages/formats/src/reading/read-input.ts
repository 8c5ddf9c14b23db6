import { stat } from 'node:fs/promises';
import { isGoldpanError } from '@goldpan/core';
import { notReadableTwice } from '../errors.js';
import { openError } from '../io/open-file.js';
import { refuseSharedFiles } from '../io/refuse-shared-files.js';
import { idOf } from '../items/id-of.js';
import type { ItemLines } from '../items/items-file.js';
import type { LoadedItem, Loader } from '../loaders/loader.js';
import { FileRegister } from './file-register.js';
import { LineIndex } from './line-index.js';
import type { ReadItemsOptions } from './read-options.js';
import { Reading } from './reading.js';
import { rereadLines } from './reread-lines.js';
import { writeRejected } from './write-rejected.js';

/** An input, and how it is read. */
export interface Input {
  readonly paths: readonly string[];
  readonly loader: Loader;
  /** Checked. */
  readonly loaderOptions: unknown;
  readonly options: ReadItemsOptions;
}

/** What takes the items of an input, one after the other. */
export interface ItemSink<T> {
  /** Number of items so far. */
  readonly size: number;
  /** @throws INVALID_ITEM for a record that is refused; the sink is then as it was */
  add(record: unknown, origin: string): void;
  /** Keeps the scales that a record declares which is set aside. */
  declareScales(record: unknown): void;
  /** @throws NO_ITEMS */
  build(name: string): T;
}

/** What one reading of an input found. */
export interface Found<T> {
  readonly built: T;
  readonly items: number;
  readonly reading: Reading;
  /** Positions, among all items that the loader yields, of those that were refused. */
  readonly refused: ReadonlySet<number>;
  /** Where the lines of the items are; undefined where items are not lines. */
  readonly index?: LineIndex;
}

/** Reads an input from its start to its end into a sink. @throws INVALID_INPUT, NO_ITEMS and what the loader throws */
export async function readInput<T>(input: Input, sink: ItemSink<T>): Promise<Found<T>> {
  const totalBytes = await checkPaths(input);
  const { skipInvalid, texts = true, onProgress } = input.options;
  const files = new FileRegister(
    onProgress && ((bytes) => onProgress({ bytes, totalBytes, items: sink.size })),
  );
  const reading = readingOf(input, files, { texts, tolerant: skipInvalid !== undefined });
  const taken = await takeAll(input, reading, sink);
  if (skipInvalid === undefined || sink.size === 0) reading.failIfRejected();
  return { ...taken, items: sink.size, built: sink.build(input.paths.join(', ')), reading };
}

/** Writes down what was rejected, and says what was read and how to read it again. */
export async function describeInput(
  input: Input,
  { items, reading, refused, index }: Omit<Found<unknown>, 'built'>,
): Promise<Omit<ItemLines, 'criteria'>> {
  const { paths, loader, options } = input;
  const { files, lines, blank, notes, guesses, problems } = reading;
  if (options.skipInvalid !== undefined) await writeRejected(options.skipInvalid, problems.rejected);
  const again = () => readingOf(input, files, { texts: true, tolerant: true });
  return {
    path: paths[0],
    files: files.paths,
    format: loader.name,
    sha256: files.sha256,
    counts: { lines, items, blank, rejected: problems.rejected.length, bytes: files.bytes },
    notes,
    guesses,
    lines: (wanted) =>
      index?.lines(again(), wanted) ??
      rereadLines(() => textsAgain(input, again(), refused), { size: items, items: wanted }),
  };
}

/** Bytes of the files together; 0 where that is not known. @throws FILE_NOT_FOUND, NOT_READABLE_TWICE, WRITE_FAILED */
async function checkPaths({ paths, options: { skipInvalid } }: Input): Promise<number> {
  if (skipInvalid !== undefined) await refuseSharedFiles([skipInvalid], paths);
  let total = 0;
  for (const path of paths) {
    const stats = await stat(path).catch(async (error: unknown) => {
      throw await openError(error, path);
    });
    if (skipInvalid !== undefined && !stats.isFile() && !stats.isDirectory()) throw notReadableTwice(path);
    total += stats.isFile() ? stats.size : NaN;
  }
  return Number.isNaN(total) ? 0 : total;
}

function readingOf(
  { paths, options }: Input,
  files: FileRegister,
  mode: { texts: boolean; tolerant: boolean },
): Reading {
  const { maxLineLength, signal } = options;
  return new Reading({ path: paths.join(', '), ...mode, maxLineLength, signal, files });
}

/** Gives all items of a loader to a sink; what the sink refuses is set aside. */
async function takeAll<T>(input: Input, reading: Reading, sink: ItemSink<T>) {
  const refused = new Set<number>();
  const index = new LineIndex();
  let position = 0;
  for await (const batch of batchesOf(input, reading)) {
    reading.signal?.throwIfAborted();
    for (const item of batch) {
      if (!takeOne(item, reading, sink)) refused.add(position);
      else if (item.line !== undefined) index.add(item.line);
      position++;
    }
  }
  return { refused, ...(index.size === sink.size && { index }) };
}

/** Whether the sink took the item. */
function takeOne<T>(item: LoadedItem, reading: Reading, sink: ItemSink<T>): boolean {
  const { record, origin, line } = item;
  try {
    sink.add(record, origin);
    return true;
  } catch (error) {
    if (!isGoldpanError(error)) throw error;
    sink.declareScales(record);
    const id = idOf(record);
    const named = id === undefined ? origin : `${origin} (item ${JSON.stringify(id)})`;
    const place = line ?? { where: origin, text: () => textOf(item) };
    reading.problems.add(
      place,
      error.message.replace(origin, () => named),
      id,
    );
    return false;
  }
}

/** Reads the input through the loader again, and gives the texts of the items that were not refused. */
async function* textsAgain(
  input: Input,
  reading: Reading,
  refused: ReadonlySet<number>,
): AsyncGenerator<string> {
  let position = 0;
  for await (const batch of batchesOf(input, reading))
    for (const item of batch) if (!refused.has(position++)) yield textOf(item);
}

/** The items of a loader, in batches. */
async function* batchesOf(
  { loader, paths, loaderOptions }: Input,
  reading: Reading,
): AsyncGenerator<readonly LoadedItem[]> {
  for await (const loaded of loader.load(paths, loaderOptions, reading))
    yield Array.isArray(loaded) ? (loaded as readonly LoadedItem[]) : [loaded as LoadedItem];
}

function textOf({ record, text, line }: LoadedItem): string {
  return text ?? line?.text ?? JSON.stringify(record);
}
