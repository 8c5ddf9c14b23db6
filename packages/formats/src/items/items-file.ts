import type { Dataset } from '@goldpan/core';
import { readLinesOf, type LineIndex } from './read-lines-of.js';

/** How many lines of each kind a file has. */
export interface ItemsCounts {
  /** Every line, the blank ones included. */
  readonly lines: number;
  readonly items: number;
  readonly blank: number;
  /** Lines that could not be used and were set aside (`skipInvalid`). */
  readonly rejected: number;
  /** Size of the file as it lies on disk. */
  readonly bytes: number;
}

/** A file of items that has been read: its dataset, and a way back to the lines, so that memory need not hold them. */
export interface ItemsFile {
  readonly path: string;
  readonly dataset: Dataset;
  /** SHA-256 of the file's bytes as they lie on disk, in hexadecimal. */
  readonly sha256: string;
  readonly counts: ItemsCounts;
  /** Where the lines of the items are. */
  readonly index: LineIndex;
  /**
   * The lines of some items as they are in the file, in the given order; default all, in file order.
   *
   * @throws FILE_CHANGED, NOT_READABLE_TWICE
   */
  lines(items?: ArrayLike<number>): AsyncGenerator<string, void, void>;
  /** The same, parsed: the records as they came, unknown fields included. */
  records(items?: ArrayLike<number>): AsyncGenerator<Record<string, unknown>, void, void>;
}

/** Adds the way back to the lines to what the reading of a file found. */
export function itemsFile(found: Omit<ItemsFile, 'lines' | 'records'>): ItemsFile {
  const lines = (items: ArrayLike<number> = allOf(found.dataset.size)) => readLinesOf(found.index, items);
  return Object.freeze({
    ...found,
    lines,
    async *records(items?: ArrayLike<number>) {
      for await (const line of lines(items)) yield JSON.parse(line);
    },
  });
}

function allOf(size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, item) => item);
}
