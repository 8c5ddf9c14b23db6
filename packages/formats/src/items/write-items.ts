import { writeFailed } from '../errors.js';
import { writeFileAtomic, type WriteOptions } from '../io/write-file-atomic.js';

/** One item: an object, or the text of its line, which is written as it is. */
export type ItemLine = object | string;

/**
 * Writes items as JSON lines, whole or not at all (see `writeFileAtomic`); as gzip where the name ends in `.gz`.
 * Numbers that JavaScript cannot hold keep their digits only when the item is given as text (`ItemsFile.lines`).
 *
 * @throws WRITE_FAILED, also for a name that is one of a table, and what the items throw
 */
export async function writeItems(
  path: string,
  items: Iterable<ItemLine> | AsyncIterable<ItemLine>,
  options: WriteOptions = {},
): Promise<void> {
  if (/\.(csv|tsv|xlsx?|parquet)(\.gz)?$/i.test(path)) {
    const advice = 'name it .jsonl, or write a table (convert --to long-csv)';
    throw writeFailed(path, 'items are lines of JSON, no table', advice);
  }
  await writeFileAtomic(path, linesOf(items), options);
}

async function* linesOf(items: Iterable<ItemLine> | AsyncIterable<ItemLine>): AsyncGenerator<string> {
  for await (const item of items) yield `${typeof item === 'string' ? item : JSON.stringify(item)}\n`;
}
