import { API_VERSION, type OptionsSchema } from '@goldpan/core';
import type { Intake } from '../reading/intake.js';
import type { TextLine } from '../reading/read-lines.js';
import { checkFormat } from './check-format.js';
import type { Probe } from './probe.js';

/** One item that a loader found, in the shape of the item JSON lines, and where it came from. */
export interface LoadedItem {
  readonly record: Readonly<Record<string, unknown>>;
  /** For messages: `"file:line"`, or a file and what identifies the item in it. */
  readonly origin: string;
  /** The line that is the record, where it is one: it is given back as it stands in the file, to the byte. */
  readonly line?: TextLine;
  /** The record as JSON text, where parsing and writing would lose digits of its numbers. */
  readonly text?: string;
}

/** A way to read evaluation data: a plain value, checked by shape. */
export interface Loader<Options = any> {
  /** Kebab-case, unique among loaders. */
  readonly name: string;
  readonly apiVersion: typeof API_VERSION;
  /** One sentence for lists. */
  readonly summary: string;
  /** What is to be named as input: `"a folder"`, `"one or more .jsonl files"`. */
  readonly input: string;
  readonly options: OptionsSchema<Options>;
  /** Whether every line of the input is an item, so that the size of a file tells how many there are, roughly. Default false. */
  readonly itemPerLine?: boolean;
  /** Whether the input is surely of this format. Left out where that cannot be told safely. */
  detect?(probe: Probe): boolean;
  /**
   * Reads the input and yields its items one by one or, where there are many, in batches, in an order that depends on the
   * input and the options alone. Called again for a second reading. What cannot be used goes to `intake.reject`, what else
   * is worth knowing to `intake.note`.
   */
  load(
    paths: readonly string[],
    options: Options,
    intake: Intake,
  ): AsyncIterable<LoadedItem | readonly LoadedItem[]>;
}

/** Makes a loader of a definition: adds the contract version and checks the shape. @throws INVALID_FORMAT */
export function defineLoader<Options>(definition: Omit<Loader<Options>, 'apiVersion'>): Loader<Options> {
  const loader: Loader<Options> = { ...definition, apiVersion: API_VERSION };
  checkFormat('loader', loader, 'load');
  return Object.freeze(loader);
}
