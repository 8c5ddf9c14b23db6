import { completeItems, dropIncompleteItems, type Dataset } from '@goldpan/core';
import { readItems, type ItemsFile } from '@goldpan/formats';
import type { DataInfo } from '@goldpan/report';
import { basename, resolve } from 'node:path';
import { progressLine } from './progress.js';
import type { Terminal } from './terminal.js';

/** How a command reads its items. */
export interface LoadOptions {
  readonly texts?: boolean;
  readonly quiet: boolean;
  readonly skipInvalid?: string;
}

/** Reads a file of items, with progress, and tells of lines that were set aside. */
export async function loadItems(path: string, terminal: Terminal, options: LoadOptions): Promise<ItemsFile> {
  const progress = progressLine(terminal, `reading ${basename(path)}`, options.quiet);
  try {
    const file = await readItems(resolve(terminal.folder, path), {
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
