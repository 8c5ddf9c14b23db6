import type { RuleOf } from '@goldpan/core';

/** How a file of items is read; everything has a default. */
export interface ReadItemsOptions {
  /** Keep sources, references and outputs in the dataset; default true. Without them memory depends on the scores alone. */
  readonly texts?: boolean;
  /** Further fields of the items to keep in the dataset as columns; default none. */
  readonly columns?: readonly string[];
  /** How several judgements of a cell become its human score, in place of a score that the file gives; default: the mean, where it gives none. */
  readonly rule?: RuleOf;
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
  /** Size of the files; 0 where it is not known, as of a pipe or a folder. */
  readonly totalBytes: number;
  readonly items: number;
}
