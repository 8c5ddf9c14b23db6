import { optionsFromText, runCostModel, type Dataset, type ItemCosts, type Registry } from '@goldpan/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { optionFileFails } from './errors.js';

/** What the flags say about costs. */
export interface CostOptions {
  /** The name of a cost model, or `model:FILE` for one that `fit-cost` wrote. */
  readonly cost?: string;
  readonly costOption: readonly (readonly [string, string])[];
}

/**
 * What judging each item costs; undefined without a cost model.
 *
 * @throws UNKNOWN_COST_MODEL, OPTION_FILE_FAILS, INVALID_OPTIONS, INVALID_COSTS
 */
export async function readCosts(
  dataset: Dataset,
  { cost, costOption }: CostOptions,
  { registry, folder }: { registry: Registry; folder: string },
): Promise<ItemCosts | undefined> {
  if (cost === undefined) return undefined;
  const file = cost.startsWith('model:') ? cost.slice('model:'.length) : undefined;
  const model = registry.costModel(file === undefined ? cost : 'fitted');
  const options = optionsFromText(model.options, costOption);
  return runCostModel(
    model,
    dataset,
    file === undefined ? options : { ...options, model: await readJson(file, folder) },
  );
}

async function readJson(file: string, folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(folder, file), 'utf8'));
  } catch (error) {
    throw optionFileFails('--cost model:', file, error instanceof Error ? error.message : String(error));
  }
}
