import { DatasetBuilder, parseOptions } from '@goldpan/core';
import type { Intake } from '../reading/intake.js';
import { itemsFile, type ItemsFile } from '../items/items-file.js';
import { describeInput, readInput, type Input } from '../reading/read-input.js';
import type { ReadItemsOptions } from '../reading/read-options.js';
import { builtInLoaders } from './built-in-loaders.js';
import { expectedItems } from './expected-items.js';
import { detectLoader, loaderNamed } from './find-loader.js';
import type { Loader } from './loader.js';

/** How evaluation data is read; everything has a default. */
export interface LoadItemsOptions extends ReadItemsOptions {
  /** The name of a loader; default: told from the input where that is safe, otherwise item JSON lines. */
  readonly format?: string;
  /** Options of the loader, not yet checked. */
  readonly options?: unknown;
  /** The loaders to choose from; default the built-in ones. */
  readonly loaders?: readonly Loader[];
}

/**
 * Reads evaluation data of any format there is a loader for. What cannot be used fails the reading with the first ten
 * problems, or is set aside (`skipInvalid`); see `readItems`.
 *
 * @throws UNKNOWN_FORMAT, FORMAT_NOT_CHOSEN, INVALID_OPTIONS, INVALID_INPUT, NO_ITEMS, UNUSABLE_INPUT, and what `readItems` throws
 */
export async function loadItems(
  input: string | readonly string[],
  options: LoadItemsOptions = {},
): Promise<ItemsFile> {
  const { format, loaders = builtInLoaders } = options;
  const paths = typeof input === 'string' ? [input] : input;
  const loader = format === undefined ? await detectLoader(paths[0], loaders) : loaderNamed(format, loaders);
  const who = `loader ${JSON.stringify(loader.name)}`;
  const loaderOptions = parseOptions(who, loader.options, options.options);
  return readDataset({ paths, loader, loaderOptions, options });
}

/** Reads an input into a dataset. */
export async function readDataset(input: Input): Promise<ItemsFile> {
  const { loader, paths, options } = input;
  const expected = loader.itemPerLine ? await expectedItems(paths) : undefined;
  const builder = new DatasetBuilder({
    texts: options.texts,
    columns: options.columns,
    expectedItems: expected,
    rule: options.rule,
  });
  const { built: dataset, ...found } = await readInput(input, builder);
  noteAlike(dataset.systems, found.reading);
  const criteria = dataset.judgements?.criteria ?? [];
  return itemsFile({ ...(await describeInput(input, found)), criteria, dataset });
}

/** Notes systems whose names differ by blanks alone: they are kept apart, which is seldom meant. */
function noteAlike(systems: readonly string[], intake: Intake): void {
  const first = new Map<string, string>();
  for (const system of systems) {
    const key = system.trim().replace(/\s+/g, ' ');
    const other = first.get(key);
    if (other === undefined) first.set(key, system);
    else
      intake.note(
        `the systems ${JSON.stringify(other)} and ${JSON.stringify(system)} differ by blanks alone and are two systems here; give them one name where they are one`,
      );
  }
}
