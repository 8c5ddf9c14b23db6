import { completeItems, dropIncompleteItems, optionsFromText, type Dataset } from '@goldpan/core';
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
import type { DataInfo } from '@goldpan/report';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { loadFormats, type PluginContext } from './load-plugins.js';
import { progressLine } from './progress.js';
import type { Terminal } from './terminal.js';

/** How a command reads its items. */
export interface LoadOptions {
  readonly texts?: boolean;
  readonly quiet: boolean;
  readonly skipInvalid?: string;
  /** Plugins that may bring loaders, beside those of the configuration. */
  readonly plugin?: readonly string[];
  /** The name of a loader; default: told from the input where that is safe. */
  readonly format?: string;
  /** Options of the loader, as typed. */
  readonly formatOption?: readonly (readonly [string, string])[];
  /** Files of vectors that go with the items. */
  readonly vectors?: readonly string[];
}

/** Reads items, with progress, and tells of what was set aside. */
export async function loadItems(
  input: string | readonly string[],
  context: PluginContext,
  options: LoadOptions,
): Promise<ItemsFile> {
  const { loaders } = await loadFormats(options.plugin ?? [], context);
  const { folder, signal } = context.terminal;
  const paths = [input].flat().map((path) => resolve(folder, path));
  const file = await reading(paths[0], context.terminal, options, (shared) =>
    readAny(paths, {
      ...shared,
      format: options.format,
      options: loaderOptions(options, loaders),
      loaders,
      texts: options.texts,
    }),
  );
  tellRejected(file, context.terminal, options);
  let { dataset } = file;
  for (const path of options.vectors ?? []) {
    dataset = await withVectors(dataset, resolve(folder, path), signal);
  }
  return { ...file, dataset };
}

/** Checks items without holding them; undefined where the input is no file of item JSON lines. Does not tell of what was set aside. */
export async function checkItems(
  input: string,
  context: PluginContext,
  options: LoadOptions,
): Promise<CheckedItems | undefined> {
  const { format } = options;
  const { loaders } = await loadFormats(options.plugin ?? [], context);
  const path = resolve(context.terminal.folder, input);
  const loader = format === undefined ? await detectLoader(path, loaders) : loaderNamed(format, loaders);
  if (loader.name !== 'items' || !(await stat(path)).isFile()) return undefined;
  return reading(path, context.terminal, options, (shared) => checkFile(path, shared));
}

/** Says how many lines were set aside, and where they are. */
export function tellRejected(
  { path, counts }: ItemLines,
  terminal: Terminal,
  { quiet, skipInvalid }: LoadOptions,
): void {
  if (counts.rejected > 0 && !quiet)
    terminal.err(
      `${counts.rejected} lines of ${basename(path)} could not be read; they are in ${skipInvalid}\n`,
    );
}

/** Reads with progress. */
async function reading<T>(
  path: string,
  terminal: Terminal,
  { quiet, skipInvalid }: LoadOptions,
  read: (shared: ReadItemsOptions) => Promise<T>,
): Promise<T> {
  const progress = progressLine(terminal, `reading ${basename(path)}`, quiet);
  return read({
    skipInvalid: skipInvalid && resolve(terminal.folder, skipInvalid),
    signal: terminal.signal,
    onProgress: ({ bytes, totalBytes }) => progress.update(bytes, totalBytes),
  }).finally(progress.clear);
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
