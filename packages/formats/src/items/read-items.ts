import { itemsLoader, NO_OPTIONS } from '../loaders/items-loader.js';
import { readDataset } from '../loaders/load-items.js';
import type { ReadItemsOptions } from '../reading/read-options.js';
import type { ItemsFile } from './items-file.js';

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
  return readDataset({ paths: [path], loader: itemsLoader, loaderOptions: NO_OPTIONS, options });
}
