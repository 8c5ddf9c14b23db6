import { checkCostModel, type CostModel } from './cost-model.js';
import {
  duplicateName,
  invalidPlugin,
  unknownCostModel,
  unknownEstimator,
  unknownSelector,
} from './errors.js';
import { checkEstimator, type Estimator } from './estimator.js';
import type { LoadedPlugin } from './plugin.js';
import { checkSelector, type Selector } from './selector.js';
import { showValue } from './show-value.js';

/** The selectors, cost models and estimators of a run: a value that is passed along, not a global. */
export interface Registry {
  readonly plugins: readonly LoadedPlugin[];
  /** All selectors, in the order of their plugins. */
  readonly selectors: readonly Selector[];
  readonly costModels: readonly CostModel[];
  readonly estimators: readonly Estimator[];
  /** @throws UNKNOWN_SELECTOR, with the nearest name */
  selector(name: string): Selector;
  /** @throws UNKNOWN_COST_MODEL, with the nearest name */
  costModel(name: string): CostModel;
  /** @throws UNKNOWN_ESTIMATOR, with the nearest name */
  estimator(name: string): Estimator;
}

/**
 * A registry of the given plugins, checked.
 *
 * @throws INVALID_PLUGIN, WRONG_API_VERSION, DUPLICATE_NAME (naming both plugins)
 */
export function createRegistry(plugins: readonly LoadedPlugin[]): Registry {
  const selectors = new Map<string, Selector>();
  const costModels = new Map<string, CostModel>();
  const estimators = new Map<string, Estimator>();
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
    for (const kind of ['selectors', 'costModels', 'estimators'] as const) {
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
    for (const estimator of plugin.estimators ?? []) {
      checkEstimator(estimator, plugin.name);
      own('estimator', estimator.name, plugin.name);
      estimators.set(estimator.name, estimator);
    }
  }
  return Object.freeze({
    plugins: [...plugins],
    selectors: [...selectors.values()],
    costModels: [...costModels.values()],
    estimators: [...estimators.values()],
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
    estimator(name: string): Estimator {
      const estimator = estimators.get(name);
      if (estimator === undefined) throw unknownEstimator(name, [...estimators.keys()]);
      return estimator;
    },
  });
}
