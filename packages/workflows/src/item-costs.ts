import { runCostModel, type Dataset, type ItemCosts, type Registry } from '@goldpan/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { optionFileFails } from './errors.js';
import { optionValues, type OptionValues } from './option-values.js';

/** How items are priced. */
export interface CostOptions {
  /** The name of a cost model, or `model:FILE` for one that `fit-cost` wrote. */
  readonly cost?: string;
  /** Options of the cost model; a text is read by the type of its option. */
  readonly costOptions?: OptionValues;
}

/**
 * What judging each item costs; undefined without a cost model.
 *
 * @throws UNKNOWN_COST_MODEL, OPTION_FILE_FAILS, INVALID_OPTIONS, INVALID_COSTS
 */
export async function readCosts(
  dataset: Dataset,
  { cost, costOptions = {} }: CostOptions,
  { registry, folder }: { registry: Registry; folder: string },
): Promise<ItemCosts | undefined> {
  if (cost === undefined) return undefined;
  const file = cost.startsWith('model:') ? cost.slice('model:'.length) : undefined;
  const model = registry.costModel(file === undefined ? cost : 'fitted');
  const options = optionValues(model.options, costOptions);
  return runCostModel(
    model,
    dataset,
    file === undefined ? options : { ...options, model: await readJson(file, folder) },
  );
}

/** What is asked of prices, or else the costs of the items, or else the time that annotating errors takes by the length of the source. */
export function itemPrices(dataset: Dataset, { cost, costOptions }: CostOptions): CostOptions {
  if (cost !== undefined) return { cost, costOptions };
  if (dataset.costs?.every((value) => value > 0)) return { cost: 'field', costOptions };
  const hasSources = dataset.sources?.every((source) => source !== undefined);
  return hasSources ? { cost: 'length', costOptions: { preset: 'esa' } } : { costOptions };
}

async function readJson(file: string, folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(folder, file), 'utf8'));
  } catch (error) {
    throw optionFileFails('--cost model:', file, error instanceof Error ? error.message : String(error));
  }
}
