import { checkCostModel, type CostModel } from './cost-model.js';
import { duplicateName, invalidPlugin, unknownCostModel, unknownSelector } from './errors.js';
import type { LoadedPlugin } from './plugin.js';
import { checkSelector, type Selector } from './selector.js';
import { showValue } from './show-value.js';

/** The selectors and cost models of a run: a value that is passed along, not a global. */
export interface Registry {
  readonly plugins: readonly LoadedPlugin[];
  /** All selectors, in the order of their plugins. */
  readonly selectors: readonly Selector[];
  readonly costModels: readonly CostModel[];
  /** @throws UNKNOWN_SELECTOR, with the nearest name */
  selector(name: string): Selector;
  /** @throws UNKNOWN_COST_MODEL, with the nearest name */
  costModel(name: string): CostModel;
}

/**
 * A registry of the given plugins, checked.
 *
 * @throws INVALID_PLUGIN, WRONG_API_VERSION, DUPLICATE_NAME (naming both plugins)
 */
export function createRegistry(plugins: readonly LoadedPlugin[]): Registry {
  const selectors = new Map<string, Selector>();
  const costModels = new Map<string, CostModel>();
  const owners = new Map<string, string>();
  const own = (kind: string, name: string, owner: string) => {
    const earlier = owners.get(`${kind} ${name}`);
    if (earlier !== undefined) throw duplicateName(kind, name, [earlier, owner]);
    owners.set(`${kind} ${name}`, owner);
  };
  for (const { plugin, specifier } of plugins) {
    if (typeof plugin !== 'object' || plugin === null || typeof plugin.name !== 'string') {
      throw invalidPlugin(`plugin ${specifier}`, 'must export an object with a name as its default');
    }
    for (const kind of ['selectors', 'costModels'] as const) {
      const given = plugin[kind];
      if (given === undefined || Array.isArray(given)) continue;
      throw invalidPlugin(`plugin ${plugin.name}`, `must have a list as "${kind}"; got ${showValue(given)}`);
    }
    for (const selector of plugin.selectors ?? []) {
      checkSelector(selector, plugin.name);
      own('selector', selector.name, plugin.name);
      selectors.set(selector.name, selector);
    }
    for (const model of plugin.costModels ?? []) {
      checkCostModel(model, plugin.name);
      own('cost model', model.name, plugin.name);
      costModels.set(model.name, model);
    }
  }
  return Object.freeze({
    plugins: [...plugins],
    selectors: [...selectors.values()],
    costModels: [...costModels.values()],
    selector(name: string): Selector {
      const selector = selectors.get(name);
      if (selector === undefined) throw unknownSelector(name, [...selectors.keys()]);
      return selector;
    },
    costModel(name: string): CostModel {
      const model = costModels.get(name);
      if (model === undefined) throw unknownCostModel(name, [...costModels.keys()]);
      return model;
    },
  });
}
