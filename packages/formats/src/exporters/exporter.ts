import { API_VERSION, type OptionsSchema } from '@goldpan/core';
import type { ItemsFile } from '../items/items-file.js';
import { checkFormat } from '../loaders/check-format.js';

/** What is exported. */
export interface ExportSource {
  readonly file: ItemsFile;
  /** Indices of the items, in the order they are to have, such as that of a selection; default all, in input order. */
  readonly items?: ArrayLike<number>;
}

/** What an exporter is given beside items and options. */
export interface ExportContext {
  /** Seed of everything that is put in random order. */
  readonly seed: number;
  readonly signal?: AbortSignal;
}

/** What an export wrote. */
export interface ExportReport {
  /** The files, the one that was asked for first. */
  readonly files: readonly string[];
  readonly items: number;
  /** Tasks for people, where the export makes any. */
  readonly tasks?: number;
  /** What was left out, with counts. */
  readonly notes: readonly string[];
}

/** A way to write items: a plain value, checked by shape. */
export interface Exporter<Options = any> {
  /** Kebab-case, unique among exporters. */
  readonly name: string;
  readonly apiVersion: typeof API_VERSION;
  /** One sentence for lists. */
  readonly summary: string;
  /** What the output is: `"a .csv file"`. */
  readonly output: string;
  readonly options: OptionsSchema<Options>;
  /** Writes the file whole or not at all. The same source, options and seed give the same bytes. */
  export(source: ExportSource, path: string, options: Options, context: ExportContext): Promise<ExportReport>;
}

/** Makes an exporter of a definition: adds the contract version and checks the shape. @throws INVALID_FORMAT */
export function defineExporter<Options>(
  definition: Omit<Exporter<Options>, 'apiVersion'>,
): Exporter<Options> {
  const exporter: Exporter<Options> = { ...definition, apiVersion: API_VERSION };
  checkFormat('exporter', exporter, 'export');
  return Object.freeze(exporter);
}
