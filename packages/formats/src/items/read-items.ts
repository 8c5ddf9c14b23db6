import { DatasetBuilder } from '@goldpan/core';
import { itemsFile, type ItemsFile } from './items-file.js';
import {
  describeReading,
  readThrough,
  withItemsInput,
  type ItemsInput,
  type ReadItemsOptions,
} from './items-input.js';

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
  return withItemsInput(path, options, async (input) => {
    const { texts } = options;
    const { built: dataset, ...reading } = await readThrough(
      input,
      new DatasetBuilder({ texts, expectedItems: await expectedItems(input) }),
    );
    return itemsFile({ ...(await describeReading(input, reading)), dataset });
  });
}

/** How many lines a file has if it goes on as it begins, and a tenth more; undefined where that cannot be told. */
async function expectedItems({ file, stats, compressed }: ItemsInput): Promise<number | undefined> {
  if (compressed || !stats.isFile()) return undefined;
  const start = Buffer.alloc(256 * 1024);
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  const lines = start.subarray(0, bytesRead).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1);
  return bytesRead < start.length ? lines : Math.ceil((1.1 * lines * stats.size) / bytesRead);
}
