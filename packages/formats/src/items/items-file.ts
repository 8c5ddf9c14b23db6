import type { Criterion, Dataset } from '@goldpan/core';
import { exactLabels } from './exact-labels.js';

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

/** Items that have been read, and a way back to their lines, so that memory need not hold them. */
export interface ItemLines {
  /** What was read: a file, or the folder or first of several files. */
  readonly path: string;
  /** Every file that was read. No output may be one of them. */
  readonly files: readonly string[];
  /** The name of the loader. */
  readonly format: string;
  /**
   * SHA-256 of the bytes as they lie on disk, in hexadecimal; where several files were read, of the list
   * `<hash>  <name>` with one line per file, sorted by name, as `sha256sum` prints it.
   */
  readonly sha256: string;
  readonly counts: ItemsCounts;
  /** What else the reader should know: what was left out, averaged or renamed, with counts. */
  readonly notes: readonly string[];
  /** What was told from the values and might be otherwise, such as which scores people gave; every command says it. */
  readonly guesses: readonly string[];
  /** What raters were asked; empty where nobody judged. */
  readonly criteria: readonly Criterion[];
  /**
   * The items as JSON text, in the given order; default all, in input order. Lines of an item file come as they are.
   *
   * @throws FILE_CHANGED, NOT_READABLE_TWICE
   */
  lines(items?: ArrayLike<number>): AsyncGenerator<string, void, void>;
}

/** The records of items that have been read. */
export interface ItemRecords extends ItemLines {
  /** What `lines` gives, parsed: the records as they came, unknown fields included. */
  records(items?: ArrayLike<number>): AsyncGenerator<Record<string, unknown>, void, void>;
}

/** Items that have been read into a dataset. */
export interface ItemsFile extends ItemRecords {
  readonly dataset: Dataset;
}

/** Adds `records` to what a reader found. */
export function itemsFile<T extends ItemLines>(found: T): Readonly<T> & ItemRecords {
  return Object.freeze({
    ...found,
    async *records(items?: ArrayLike<number>) {
      for await (const line of found.lines(items))
        yield exactLabels(JSON.parse(line), line) as Record<string, unknown>;
    },
  });
}
