import { completeItems, dropIncompleteItems, optionsFromText, type Dataset } from '@goldpan/core';
import { loaderNamed, loadItems as readAny, type ItemsFile, type Loader } from '@goldpan/formats';
import type { DataInfo } from '@goldpan/report';
import { basename, resolve } from 'node:path';
import { loadFormats, type PluginContext } from './load-plugins.js';
import { progressLine } from './progress.js';

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
}

/** Reads items, with progress, and tells of what was set aside. */
export async function loadItems(
  input: string | readonly string[],
  context: PluginContext,
  options: LoadOptions,
): Promise<ItemsFile> {
  const { terminal } = context;
  const { loaders } = await loadFormats(options.plugin ?? [], context);
  const paths = [input].flat().map((path) => resolve(terminal.folder, path));
  const [path] = paths;
  const progress = progressLine(terminal, `reading ${basename(path)}`, options.quiet);
  try {
    const file = await readAny(paths, {
      format: options.format,
      options: loaderOptions(options, loaders),
      loaders,
      texts: options.texts,
      skipInvalid: options.skipInvalid && resolve(terminal.folder, options.skipInvalid),
      signal: terminal.signal,
      onProgress: ({ bytes, totalBytes }) => progress.update(bytes, totalBytes),
    });
    progress.clear();
    const { rejected } = file.counts;
    if (rejected > 0 && !options.quiet) {
      terminal.err(
        `${rejected} lines of ${basename(path)} could not be read; they are in ${options.skipInvalid}\n`,
      );
    }
    return file;
  } finally {
    progress.clear();
  }
}

/** Options of the loader as JSON values; a format must be named to have options. */
function loaderOptions(
  { format, formatOption = [] }: LoadOptions,
  loaders: readonly Loader[],
): Record<string, unknown> | undefined {
  if (format === undefined) return formatOption.length === 0 ? undefined : Object.fromEntries(formatOption);
  return optionsFromText(loaderNamed(format, loaders).options, formatOption);
}

/** What results say about the data. */
export function dataInfo(file: ItemsFile, dataset: Dataset = file.dataset): DataInfo {
  return {
    name: basename(file.path),
    items: dataset.size,
    systems: dataset.systems.length,
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
