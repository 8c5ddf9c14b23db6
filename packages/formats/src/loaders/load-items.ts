import { DatasetBuilder, isGoldpanError, parseOptions, type Dataset } from '@goldpan/core';
import { refuseSameFile } from '../io/refuse-same-file.js';
import { idOf } from '../items/id-of.js';
import { itemsFile, type ItemsFile } from '../items/items-file.js';
import type { ReadItemsOptions } from '../items/items-input.js';
import { readItems } from '../items/read-items.js';
import { builtInLoaders } from './built-in-loaders.js';
import { detectLoader, loaderNamed } from './find-loader.js';
import { Intake, type IntakeSettings } from './intake.js';
import type { LoadedItem, Loader } from './loader.js';
import { rereadLines } from './reread-lines.js';
import { totalSize } from './total-size.js';
import { writeRejectedParts } from './write-rejected-parts.js';

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
  const paths = typeof input === 'string' ? [input] : input;
  const loaders = options.loaders ?? builtInLoaders;
  const loader =
    options.format === undefined
      ? await detectLoader(paths[0], loaders)
      : loaderNamed(options.format, loaders);
  if (loader.name === 'items' && paths.length === 1) return readItems(paths[0], options);
  const loaderOptions = parseOptions(
    `loader ${JSON.stringify(loader.name)}`,
    loader.options,
    options.options,
  );
  if (options.skipInvalid !== undefined) await refuseSameFile(options.skipInvalid, paths);
  return new Loading(loader, paths, { options, loaderOptions }).run();
}

interface LoadingOptions {
  readonly options: LoadItemsOptions;
  readonly loaderOptions: unknown;
}

/** One reading of an input through a loader. */
class Loading {
  readonly #loader: Loader;
  readonly #paths: readonly string[];
  readonly #options: LoadItemsOptions;
  readonly #loaderOptions: unknown;
  /** Positions, among all that the loader yields, of the items that were refused. */
  readonly #refused = new Set<number>();

  constructor(loader: Loader, paths: readonly string[], { options, loaderOptions }: LoadingOptions) {
    this.#loader = loader;
    this.#paths = paths;
    this.#options = options;
    this.#loaderOptions = loaderOptions;
  }

  async run(): Promise<ItemsFile> {
    const { texts = true, skipInvalid, onProgress } = this.#options;
    const builder = new DatasetBuilder({ texts });
    const totalBytes = onProgress === undefined ? 0 : await totalSize(this.#paths);
    const intake = new Intake({
      ...this.#settings(texts),
      onBytes: onProgress && ((bytes) => onProgress({ bytes, totalBytes, items: builder.size })),
    });
    await this.#collect(builder, intake);
    const dataset = this.#build(builder, intake);
    if (skipInvalid !== undefined) await writeRejectedParts(skipInvalid, intake.rejected);
    const { lines, blank, rejected, notes, register } = intake;
    return itemsFile({
      path: this.#paths[0],
      format: this.#loader.name,
      dataset,
      sha256: register.sha256,
      counts: { lines, items: dataset.size, blank, rejected: rejected.length, bytes: register.bytes },
      notes,
      lines: (items) => rereadLines(() => this.#again(intake), { size: dataset.size, items }),
    });
  }

  #settings(texts: boolean): IntakeSettings {
    const { skipInvalid, maxLineLength, signal } = this.#options;
    return {
      path: this.#paths.join(', '),
      texts,
      tolerant: skipInvalid !== undefined,
      maxLineLength,
      signal,
    };
  }

  async #collect(builder: DatasetBuilder, intake: Intake): Promise<void> {
    let position = 0;
    for await (const item of this.#load(intake)) {
      intake.signal?.throwIfAborted();
      if (!add(builder, intake, item)) this.#refused.add(position);
      position++;
    }
  }

  #load(intake: Intake): AsyncIterable<LoadedItem> {
    return this.#loader.load(this.#paths, this.#loaderOptions, intake);
  }

  #build(builder: DatasetBuilder, intake: Intake): Dataset {
    const strict = this.#options.skipInvalid === undefined;
    if (intake.problems.length > 0 && (strict || builder.size === 0)) intake.fail();
    return builder.build(this.#paths.join(', '));
  }

  /** Reads the input again, with texts, and gives the items that were not refused. */
  async *#again(first: Intake): AsyncGenerator<string> {
    const intake = new Intake({ ...this.#settings(true), tolerant: true, register: first.register });
    let position = 0;
    for await (const { record, text } of this.#load(intake)) {
      if (!this.#refused.has(position++)) yield text ?? JSON.stringify(record);
    }
  }
}

/** Whether the builder took the item; a refused one is set aside. */
function add(builder: DatasetBuilder, intake: Intake, { record, origin }: LoadedItem): boolean {
  try {
    builder.add(record, origin);
    return true;
  } catch (error) {
    if (!isGoldpanError(error)) throw error;
    const item = idOf(record);
    const text =
      item === undefined
        ? error.message
        : error.message.replace(origin, () => `${origin} (item ${JSON.stringify(item)})`);
    intake.reject({ text, ...(item !== undefined && { item }) }, { text: JSON.stringify(record) });
    return false;
  }
}
