import { callPlugin } from './call-plugin.js';
import type { Dataset } from './dataset.js';
import { invalidCosts, invalidPlugin, wrongApiVersion } from './errors.js';
import { isFloat64Array } from './is-float64-array.js';
import { freezeValues, lendDataset } from './lend-dataset.js';
import { parseOptions } from './options.js';
import type { OptionsSchema } from './options-schema.js';
import { API_VERSION } from './api-version.js';
import { showValue } from './show-value.js';

/** What judging each item costs. */
export interface ItemCosts {
  /** One cost per item, each above 0. */
  readonly values: Float64Array;
  /** What the costs are counted in: `"items"`, `"seconds"`, `"words"`. */
  readonly unit: string;
  /** How many outputs of an item the costs are for; absent = the item as a whole. */
  readonly judgements?: number;
}

/** A way to say what judging an item costs: a plain value, checked by shape. */
export interface CostModel<Options = any> {
  /** Kebab-case, unique in a registry. */
  readonly name: string;
  readonly apiVersion: typeof API_VERSION;
  readonly summary: string;
  readonly options: OptionsSchema<Options>;
  costs(dataset: Dataset, options: Options): ItemCosts;
}

/** Makes a cost model of a definition: adds the contract version and checks the shape. @throws INVALID_PLUGIN */
export function defineCostModel<Options>(
  definition: Omit<CostModel<Options>, 'apiVersion'>,
): CostModel<Options> {
  const model: CostModel<Options> = { ...definition, apiVersion: API_VERSION };
  checkCostModel(model);
  return Object.freeze(model);
}

/** Whether a value has the shape of a cost model. @throws INVALID_PLUGIN, WRONG_API_VERSION */
export function checkCostModel(value: unknown, origin = 'the definition'): asserts value is CostModel {
  const model = (typeof value === 'object' && value !== null ? value : {}) as Partial<CostModel>;
  const who = `cost model ${JSON.stringify(model.name ?? '(without a name)')} of ${origin}`;
  if (typeof model.name !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(model.name)) {
    throw invalidPlugin(who, 'must have a kebab-case name');
  }
  if (model.apiVersion !== API_VERSION) throw wrongApiVersion(who, model.apiVersion, API_VERSION);
  if (typeof model.summary !== 'string' || model.summary === '')
    throw invalidPlugin(who, 'must have a summary');
  if (typeof model.options?.safeParse !== 'function')
    throw invalidPlugin(who, 'must have a schema as options');
  if (typeof model.costs !== 'function') throw invalidPlugin(who, 'must have a costs function');
}

/**
 * Runs a cost model and checks that every item got a cost that can be paid.
 *
 * @throws INVALID_OPTIONS, INVALID_COSTS, PLUGIN_THREW, DATA_CHANGED, INVALID_PLUGIN when it does not give one cost per item and a unit
 */
export function runCostModel(model: CostModel, dataset: Dataset, options?: unknown): ItemCosts {
  const who = `cost model ${JSON.stringify(model.name)}`;
  const parsed = freezeValues(parseOptions(who, model.options, options));
  const costs = callPlugin(who, (loan) => model.costs(lendDataset(dataset, loan), parsed));
  if (!isFloat64Array(costs?.values)) throw invalidPlugin(who, 'must give its costs as a Float64Array');
  if (typeof costs.unit !== 'string' || costs.unit === '') {
    throw invalidPlugin(who, `must give the unit of its costs; got ${showValue(costs.unit)}`);
  }
  if (costs.values.length !== dataset.size) {
    throw invalidPlugin(who, `must give ${dataset.size} costs; it gave ${costs.values.length}`);
  }
  const item = costs.values.findIndex((cost) => !(cost > 0 && cost < Infinity));
  if (item >= 0) throw invalidCosts(model.name, itemName(dataset, item), costs.values[item]);
  return costs;
}

function itemName(dataset: Dataset, item: number): string {
  const origin = dataset.origin?.(item);
  return `item ${JSON.stringify(dataset.ids[item])}${origin ? ` (${origin})` : ''}`;
}
