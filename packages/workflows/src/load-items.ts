import {
  completeItems,
  dropIncompleteItems,
  optionsFromText,
  type Dataset,
  type DataInfo,
} from '@goldpan/core';
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
import { folderOf, type Surroundings } from './surroundings.js';

/** How items are read. */
export interface LoadOptions extends Surroundings {
  readonly texts?: boolean;
  /** Further fields of the items that are needed. */
  readonly columns?: readonly string[];
  /** A file for lines that cannot be read, without which they are an error. */
  readonly skipInvalid?: string;
  /** The name of a loader; default: told from the input where that is safe. */
  readonly format?: string;
  /** Options of the loader, as typed. */
  readonly formatOption?: readonly (readonly [string, string])[];
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
  { format, formatOption = [] }: LoadOptions,
  loaders: readonly Loader[],
): Record<string, unknown> | undefined {
  if (format === undefined) return formatOption.length === 0 ? undefined : Object.fromEntries(formatOption);
  return optionsFromText(loaderNamed(format, loaders).options, formatOption);
}

type Extent = Pick<Dataset, 'size' | 'systems'>;

/** What results say about the data. */
export function dataInfo(
  file: Pick<ItemsFile, 'path' | 'sha256'> & { readonly dataset: Extent },
  { size, systems }: Extent = file.dataset,
): DataInfo {
  return {
    name: basename(file.path),
    items: size,
    systems: systems.length,
    sha256: file.sha256,
  };
}

/** What to do with items that lack scores of the metrics in use. */
export type MissingPolicy = 'error' | 'drop-items';

/**
 * The items a command works on: all, or, where the user says so, those with a score of every system.
 *
 * @returns the dataset and, for each of its items, its index in the file
 */
export function applyMissingPolicy(
  dataset: Dataset,
  { metrics, policy }: { metrics: readonly string[]; policy: MissingPolicy },
): { dataset: Dataset; kept: Uint32Array } {
  const used = policy === 'error' ? [] : metrics.filter((metric) => dataset.metrics.includes(metric));
  const kept = used.length > 0 ? completeItems(dataset, used) : everyItem(dataset);
  return { dataset: used.length > 0 ? dropIncompleteItems(dataset, used) : dataset, kept };
}

function everyItem(dataset: Dataset): Uint32Array {
  return Uint32Array.from({ length: dataset.size }, (_, item) => item);
}
