import type { Dataset } from '@goldpan/core';

/** How many lines of each kind the input has. */
export interface ItemsCounts {
  /** Every line that was read, the blank ones included; 0 where the input has no lines. */
  readonly lines: number;
  readonly items: number;
  readonly blank: number;
  /** Lines or records that could not be used and were set aside (`skipInvalid`). */
  readonly rejected: number;
  /** Size of the input as it lies on disk. */
  readonly bytes: number;
}

/** Items that have been read: their dataset, and a way back to the records, so that memory need not hold them. */
export interface ItemsFile {
  /** What was read: a file, or the folder or first of several files. */
  readonly path: string;
  /** The name of the loader. */
  readonly format: string;
  readonly dataset: Dataset;
  /**
   * SHA-256 of the bytes as they lie on disk, in hexadecimal; where several files were read, of the list
   * `<hash>  <name>` with one line per file, sorted by name, as `sha256sum` prints it.
   */
  readonly sha256: string;
  readonly counts: ItemsCounts;
  /** What else the reader should know: what was left out, averaged or renamed, with counts. */
  readonly notes: readonly string[];
  /**
   * The items as JSON text, in the given order; default all, in input order. Lines of an item file come as they are.
   *
   * @throws FILE_CHANGED, NOT_READABLE_TWICE
   */
  lines(items?: ArrayLike<number>): AsyncGenerator<string, void, void>;
  /** The same, parsed: the records as they came, unknown fields included. */
  records(items?: ArrayLike<number>): AsyncGenerator<Record<string, unknown>, void, void>;
}

/** Adds `records` to what a reader found. */
export function itemsFile(found: Omit<ItemsFile, 'records'>): ItemsFile {
  return Object.freeze({
    ...found,
    async *records(items?: ArrayLike<number>) {
      for await (const line of found.lines(items)) yield JSON.parse(line);
    },
  });
}
