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
import type { Dataset } from '@goldpan/core';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { unknownColumn } from './errors.js';
import { loadFormats } from './load-plugins.js';
import { optionValues, type OptionValues } from './option-values.js';
import { ratingRules, requireRuled } from './rating-rules.js';
import { folderOf, keepInputs, type Surroundings } from './surroundings.js';

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
  /** Score columns that are better when they are lower: they are turned round and called `neg-NAME`, but the target by its own name. */
  readonly lowerIsBetter?: readonly string[];
  /** Options of the loader; a text is read by the type of its option. */
  readonly formatOptions?: OptionValues;
  /** How several judgements of a cell become its human score: `median` for all criteria, `fluency=z-mean` for one; default: the score that is given, else the mean. */
  readonly ratingRule?: readonly string[];
  /** Files of vectors that go with the items. */
  readonly vectors?: readonly string[];
}

/** Reads items, with progress, and tells of what was set aside. */
export async function loadItems(input: string | readonly string[], options: LoadOptions): Promise<ItemsFile> {
  const { loaders } = await loadFormats(options);
  const folder = folderOf(options);
  const paths = [input].flat().map((path) => resolve(folder, path));
  const format = await formatOf(paths[0], options, loaders);
  const read = await readAny(paths, {
    ...reading(paths[0], options),
    format,
    options: loaderOptions({ ...options, format }, loaders),
    loaders,
    texts: options.texts,
    columns: options.columns,
    rule: ratingRules(options.ratingRule),
  });
  await keepInputs(read.files, options);
  tellRejected(read, options);
  for (const note of [...read.guesses, ...read.notes]) options.onNote?.(`note: ${note}`);
  let { dataset } = read;
  requireTurned(dataset, options);
  requireRuled(options.ratingRule, dataset.judgements);
  for (const path of options.vectors ?? []) {
    dataset = await withVectors(dataset, resolve(folder, path), options.signal);
  }
  return { ...read, dataset };
}

/** Checks items without holding them; undefined where the input is no file of item JSON lines. Does not tell of what was set aside. */
export async function checkItems(input: string, options: LoadOptions): Promise<CheckedItems | undefined> {
  const { format } = options;
  const { loaders } = await loadFormats(options);
  const path = resolve(folderOf(options), input);
  const loader = format === undefined ? await detectLoader(path, loaders) : loaderNamed(format, loaders);
  if (loader.name !== 'items' || !(await stat(path)).isFile()) return undefined;
  const file = await checkFile(path, reading(path, options));
  await keepInputs(file.files, options);
  return file;
}

/** Says how many lines were set aside, and where they are. */
export function tellRejected(
  { path, counts, criteria }: ItemLines,
  { onNote, skipInvalid }: LoadOptions,
): void {
  if (counts.rejected === 0) return;
  const undeclared = criteria.filter(({ declared }) => !declared).map(({ name }) => name);
  const scales =
    undeclared.length === 0
      ? ''
      : `; if the scale of ${undeclared.join(', ')} is declared there, it is not known here: declare it at another item`;
  const [lines, are] = counts.rejected === 1 ? ['1 line', 'it is'] : [`${counts.rejected} lines`, 'they are'];
  onNote?.(`${lines} of ${basename(path)} could not be read; ${are} in ${skipInvalid}${scales}`);
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

/** @throws UNKNOWN_COLUMN for a column to turn round that is not there */
function requireTurned({ metrics }: Dataset, { lowerIsBetter = [] }: LoadOptions): void {
  const isThere = (name: string) =>
    metrics.some((metric) => metric === name || metric.endsWith(`neg-${name}`));
  const absent = lowerIsBetter.find((name) => !isThere(name));
  if (absent !== undefined) throw unknownColumn(absent, metrics);
}

/** The format as it is named, or told from the input where it has options. */
async function formatOf(
  path: string,
  { format, formatOptions = {}, lowerIsBetter = [] }: LoadOptions,
  loaders: readonly Loader[],
): Promise<string | undefined> {
  return (
    format ??
    (lowerIsBetter.length === 0 && Object.keys(formatOptions).length === 0
      ? undefined
      : (await detectLoader(path, loaders)).name)
  );
}

/** Options of the loader as JSON values. */
function loaderOptions(
  { format, formatOptions = {}, lowerIsBetter = [] }: LoadOptions,
  loaders: readonly Loader[],
): Record<string, unknown> | undefined {
  if (format === undefined) return undefined;
  const lower = lowerIsBetter.length === 0 ? {} : { 'lower-is-better': lowerIsBetter };
  return optionValues(loaderNamed(format, loaders).options, { ...formatOptions, ...lower });
}
