import {
  checkItems as checkFile,
  detectLoader,
  loaderNamed,
  loadItems as readAny,
  withVectors,
  type CheckedItems,
  type ItemLines,
  type ItemsFile,
  type Loader,
  type ReadItemsOptions,
} from '@goldpan/formats';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { loadFormats } from './load-plugins.js';
import { optionValues, type OptionValues } from './option-values.js';
import { folderOf, type Surroundings } from './surroundings.js';

/** How items are read. */
export interface LoadOptions extends Surroundings {
  /** Whether outputs, sources and references are held; default true. */
  readonly texts?: boolean;
  /** Further fields of the items that are needed. */
  readonly columns?: readonly string[];
  /** A file for lines that cannot be read, without which they are an error. */
  readonly skipInvalid?: string;
  /** The name of a loader; default: told from the input where that is safe. */
  readonly format?: string;
  /** Options of the loader; a text is read by the type of its option. */
  readonly formatOptions?: OptionValues;
  /** Files of vectors that go with the items. */
  readonly vectors?: readonly string[];
}

/** Reads items, with progress, and tells of what was set aside. */
export async function loadItems(input: string | readonly string[], options: LoadOptions): Promise<ItemsFile> {
  const { loaders } = await loadFormats(options);
  const folder = folderOf(options);
  const paths = [input].flat().map((path) => resolve(folder, path));
  const file = await readAny(paths, {
    ...reading(paths[0], options),
    format: options.format,
    options: loaderOptions(options, loaders),
    loaders,
    texts: options.texts,
    columns: options.columns,
  });
  tellRejected(file, options);
  let { dataset } = file;
  for (const path of options.vectors ?? []) {
    dataset = await withVectors(dataset, resolve(folder, path), options.signal);
  }
  return { ...file, dataset };
}

/** Checks items without holding them; undefined where the input is no file of item JSON lines. Does not tell of what was set aside. */
export async function checkItems(input: string, options: LoadOptions): Promise<CheckedItems | undefined> {
  const { format } = options;
  const { loaders } = await loadFormats(options);
  const path = resolve(folderOf(options), input);
  const loader = format === undefined ? await detectLoader(path, loaders) : loaderNamed(format, loaders);
  if (loader.name !== 'items' || !(await stat(path)).isFile()) return undefined;
  return checkFile(path, reading(path, options));
}

/** Says how many lines were set aside, and where they are. */
export function tellRejected({ path, counts }: ItemLines, { onNote, skipInvalid }: LoadOptions): void {
  if (counts.rejected === 0) return;
  onNote?.(`${counts.rejected} lines of ${basename(path)} could not be read; they are in ${skipInvalid}`);
}

/** What every way of reading is told. */
function reading(path: string, options: LoadOptions): ReadItemsOptions {
  const { skipInvalid, signal, onProgress } = options;
  const title = `reading ${basename(path)}`;
  return {
    skipInvalid: skipInvalid && resolve(folderOf(options), skipInvalid),
    signal,
    onProgress: ({ bytes, totalBytes }) => onProgress?.(title, bytes, totalBytes),
  };
}

/** Options of the loader as JSON values; a format must be named to have options. */
function loaderOptions(
  { format, formatOptions = {} }: LoadOptions,
  loaders: readonly Loader[],
): Record<string, unknown> | undefined {
  if (format === undefined) return Object.keys(formatOptions).length === 0 ? undefined : formatOptions;
  return optionValues(loaderNamed(format, loaders).options, formatOptions);
}
