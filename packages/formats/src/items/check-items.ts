import { isGoldpanError, ItemChecker, noItems, type Criterion } from '@goldpan/core';
import { itemsLoader, NO_OPTIONS } from '../loaders/items-loader.js';
import { describeInput, readInput, type Input, type ItemSink } from '../reading/read-input.js';
import type { ReadItemsOptions } from '../reading/read-options.js';
import { itemsFile, type ItemRecords } from './items-file.js';
import { LeanIds } from './lean-ids.js';

/** What there is to say of items that were checked and not kept. */
interface Tally {
  /** The systems, in the order in which they first occurred. */
  readonly systems: readonly string[];
  /** Number of items with a source. */
  readonly sources: number;
  /** Whether any item has an output. */
  readonly hasOutputs: boolean;
  readonly criteria: readonly Criterion[];
}

/** Items that were found right and can be read again, one by one. */
export interface CheckedItems extends ItemRecords, Tally {}

/**
 * Checks a file of items as `readItems` reads it, with the same errors, and keeps none of them: about 30 bytes per item, whatever
 * its texts and scores. The file is read once; again only where ids may be repeated.
 *
 * @throws what `readItems` throws
 */
export async function checkItems(path: string, options: ReadItemsOptions = {}): Promise<CheckedItems> {
  const input: Input = { paths: [path], loader: itemsLoader, loaderOptions: NO_OPTIONS, options };
  const { built, ...found } = await settledReading(input);
  return itemsFile({ ...(await describeInput(input, found)), ...built });
}

/** Reads the file until every id that was refused or taken is known to have been so rightly. */
async function settledReading(input: Input) {
  const suspects = new Set<number>();
  for (;;) {
    const ids = new LeanIds(suspects);
    const outcome = await readInput(input, new TallySink(ids)).catch((error: unknown) => {
      if (isGoldpanError(error) && error.code === 'INVALID_INPUT') return error;
      throw error;
    });
    const repeated = ids.repeatedHashes();
    if (repeated.length > 0) repeated.forEach((hash) => suspects.add(hash));
    else if (isGoldpanError(outcome)) throw outcome;
    else return outcome;
  }
}

/** Counts items and lets go of them. */
class TallySink implements ItemSink<Tally> {
  readonly #checker: ItemChecker;
  #sources = 0;
  #hasOutputs = false;

  constructor(ids: LeanIds) {
    this.#checker = new ItemChecker({ ids });
  }

  get size(): number {
    return this.#checker.size;
  }

  add(record: unknown, origin: string): void {
    const { source, outputs } = this.#checker.check(record, origin);
    if (source !== undefined) this.#sources++;
    this.#hasOutputs ||= Object.values(outputs ?? {}).some((text) => typeof text === 'string');
  }

  declareScales(record: unknown): void {
    this.#checker.declareScales(record);
  }

  build(name: string): Tally {
    const { size, systems, criteria } = this.#checker;
    if (size === 0) throw noItems(name);
    return { systems, criteria, sources: this.#sources, hasOutputs: this.#hasOutputs };
  }
}
