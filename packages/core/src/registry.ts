import { callPlugin } from './call-plugin.js';
import type { LoadedPlugin, Plugin, Registry, Selector } from './contracts.js';
import { checkCostModel, type CostModel } from './cost-model.js';
import {
  duplicateName,
  invalidPlugin,
  unknownCostModel,
  unknownEstimator,
  unknownMeasure,
  unknownSelector,
} from './errors.js';
import { checkEstimator, type Estimator } from './estimator.js';
import { checkMeasure, type Measure } from './measure.js';
import { checkSelector } from './selector.js';
import { showValue } from './show-value.js';

/**
 * A registry of the given plugins, checked.
 *
 * @throws INVALID_PLUGIN, WRONG_API_VERSION, DUPLICATE_NAME (naming both plugins), PLUGIN_THREW
 */
export function createRegistry(plugins: readonly LoadedPlugin[]): Registry {
  const owners = new Map<string, string>();
  const selectors = new Map<string, Selector>();
  const costModels = new Map<string, CostModel>();
  const measures = new Map<string, Measure>();
  const estimators = new Map<string, Estimator>();
  for (const { plugin, specifier } of plugins) {
    // Any member may be a getter that throws.
    callPlugin(`plugin ${specifier}`, () => {
      if (typeof plugin !== 'object' || plugin === null || typeof plugin.name !== 'string') {
        throw invalidPlugin(`plugin ${specifier}`, 'must export an object with a name as its default');
      }
      const add = adderOf(plugin, owners);
      add('selectors', { kind: 'selector', into: selectors, check: checkSelector });
      add('costModels', { kind: 'cost model', into: costModels, check: checkCostModel });
      add('measures', { kind: 'measure', into: measures, check: checkMeasure });
      add('estimators', { kind: 'estimator', into: estimators, check: checkEstimator });
    });
  }
  const finder =
    <Part>(parts: ReadonlyMap<string, Part>, unknown: (name: string, known: string[]) => Error) =>
    (name: string): Part => {
      const part = parts.get(name);
      if (part === undefined) throw unknown(name, [...parts.keys()]);
      return part;
    };
  return Object.freeze({
    plugins: [...plugins],
    selectors: [...selectors.values()],
    costModels: [...costModels.values()],
    measures: [...measures.values()],
    estimators: [...estimators.values()],
    selector: finder(selectors, unknownSelector),
    costModel: finder(costModels, unknownCostModel),
    measure: finder(measures, unknownMeasure),
    estimator: finder(estimators, unknownEstimator),
  });
}

/** One kind of thing that plugins bring. */
interface PartKind<Part> {
  readonly kind: string;
  readonly into: Map<string, Part>;
  readonly check: (value: unknown, origin: string) => void;
}

/** Adds what a plugin brings to the parts so far; `owners` says who brought which name. */
function adderOf(plugin: Plugin, owners: Map<string, string>) {
  return <Part extends { readonly name: string }>(
    list: 'selectors' | 'costModels' | 'measures' | 'estimators',
    { kind, into, check }: PartKind<Part>,
  ): void => {
    const given: unknown = plugin[list] ?? [];
    if (!Array.isArray(given)) {
      throw invalidPlugin(`plugin ${plugin.name}`, `must have a list as "${list}"; got ${showValue(given)}`);
    }
    for (const part of given as Part[]) {
      check(part, plugin.name);
      const earlier = owners.get(`${kind} ${part.name}`);
      if (earlier !== undefined) throw duplicateName(kind, part.name, [earlier, plugin.name]);
      owners.set(`${kind} ${part.name}`, plugin.name);
      into.set(part.name, part);
    }
  };
}
