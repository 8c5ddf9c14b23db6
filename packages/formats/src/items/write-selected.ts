import type { Json } from '@goldpan/core';
import { refuseSharedFiles } from '../io/refuse-shared-files.js';
import type { WriteOptions } from '../io/write-file-atomic.js';
import { setMember } from '../json/set-member.js';
import type { ItemLines } from './items-file.js';
import { withScales } from './with-scales.js';
import { writeItems } from './write-items.js';

/** One line of a selection: an item and what is noted on it. */
export interface SelectedEntry {
  /** Index of the item in the file, those that cannot be used left out. */
  readonly item: number;
  /** The value of its member `"goldpan"`. */
  readonly goldpan: { readonly [key: string]: Json };
}

/**
 * Writes items of a file in the given order, each with a member `"goldpan"` as its last, the first with the scales that the file declares. A
 * member that was there is replaced; everything else stays as it is in the file, to the byte. The texts are read from the file again, not held in memory.
 *
 * @throws WRITE_FAILED, also where the output is a file that was read, under whatever name; FILE_CHANGED, NOT_READABLE_TWICE
 */
export async function writeSelected(
  path: string,
  file: ItemLines,
  entries: readonly SelectedEntry[],
  options: WriteOptions = {},
): Promise<void> {
  await refuseSharedFiles([path], file.files);
  await writeItems(path, noted(file, entries), options);
}

async function* noted(file: ItemLines, entries: readonly SelectedEntry[]): AsyncGenerator<string> {
  let next = 0;
  const items = entries.map((entry) => entry.item);
  for await (const line of withScales(file.lines(items), file.criteria)) {
    yield setMember(line, 'goldpan', JSON.stringify(entries[next++].goldpan));
  }
}
