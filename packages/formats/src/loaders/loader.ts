import { API_VERSION, type OptionsSchema } from '@goldpan/core';
import { checkFormat } from './check-format.js';
import type { Intake } from './intake.js';
import type { Probe } from './probe.js';

/** One item that a loader found, in the shape of the item JSON lines, and where it came from. */
export interface LoadedItem {
  readonly record: Readonly<Record<string, unknown>>;
  /** For messages: `"file:line"`, or a file and what identifies the item in it. */
  readonly origin: string;
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
  /** Whether the input is surely of this format. Left out where that cannot be told safely. */
  detect?(probe: Probe): boolean;
  /**
   * Reads the input and yields its items, in an order that depends on the input and the options alone. Called again for a
   * second reading. What cannot be used goes to `intake.reject`, what else is worth knowing to `intake.note`.
   */
  load(paths: readonly string[], options: Options, intake: Intake): AsyncIterable<LoadedItem>;
}

/** Makes a loader of a definition: adds the contract version and checks the shape. @throws INVALID_FORMAT */
export function defineLoader<Options>(definition: Omit<Loader<Options>, 'apiVersion'>): Loader<Options> {
  const loader: Loader<Options> = { ...definition, apiVersion: API_VERSION };
  checkFormat('loader', loader, 'load');
  return Object.freeze(loader);
}
