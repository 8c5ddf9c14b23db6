import { runCostModel, type Dataset, type ItemCosts, type Registry } from '@goldpan/core';
import { readOptionFiles } from './option-files.js';
import { optionValues, type OptionValues } from './option-values.js';

/** How items are priced. */
export interface CostOptions {
  /** The name of a cost model, or `model:FILE` for one that `fit-cost` wrote. */
  readonly cost?: string;
  /** Options of the cost model; a text is read by the type of its option, and a document may be the name of a file. */
  readonly costOptions?: OptionValues;
}

/** Short for the cost model `fitted` with the file after it as its model. */
const FITTED = 'model:';

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
  const [name, given] = cost.startsWith(FITTED)
    ? ['fitted', { ...costOptions, model: cost.slice(FITTED.length) }]
    : [cost, costOptions];
  const model = registry.costModel(name);
  const typed = { schema: model.options, options: optionValues(model.options, given) };
  return runCostModel(model, dataset, await readOptionFiles(typed, { registry, folder }));
}

/** A budget in judgements is one by the cost model of that name, where no other is asked for. */
export function withCostOfBudget<
  Question extends CostOptions & { readonly budget?: string | number | readonly string[] },
>(question: Question): Question {
  const isInJudgements = [question.budget ?? []]
    .flat()
    .some((text) => /\d%?\s*judgements?\s*$/i.test(String(text)));
  return isInJudgements && question.cost === undefined ? { ...question, cost: JUDGEMENTS } : question;
}

const JUDGEMENTS = 'judgements';

/** What is asked of prices, or else judgements where there are outputs to count: what a campaign costs. */
export function campaignPrices(dataset: Dataset, { cost, costOptions }: CostOptions): CostOptions {
  return cost === undefined && dataset.outputs ? { cost: JUDGEMENTS, costOptions } : { cost, costOptions };
}

/** What is asked of prices, or else the costs of the items, or else the time that annotating errors takes by the length of the source. */
export function itemPrices(dataset: Dataset, { cost, costOptions }: CostOptions): CostOptions {
  if (cost !== undefined) return { cost, costOptions };
  if (dataset.costs?.every((value) => value > 0)) return { cost: 'field', costOptions };
  const hasSources = dataset.sources?.every((source) => source !== undefined);
  return hasSources ? { cost: 'length', costOptions: { preset: 'esa' } } : { costOptions };
}
