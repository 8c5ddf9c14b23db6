import type { API_VERSION } from './api-version.js';
import type { Budget } from './budget.js';
import type { Constraints } from './constraints/constraints.js';
import type { CostModel } from './cost-model.js';
import type { Dataset } from './dataset.js';
import type { Estimator } from './estimator.js';
import type { Measure } from './measure.js';
import type { OptionsSchema } from './options-schema.js';
import type { PoolScorer } from './pool-scorer.js';
import type { SelectorResult } from './selection.js';
import type { Rng } from './stream.js';

// Selectors, plugins and registries are one circle: a selector is handed the registry that it stands in.

/** All that a selector may need. */
export const NEEDS = ['scores', 'outputs', 'sources', 'embeddings', 'target', 'budget'] as const;

/** What a selector cannot do without. */
export type Need = (typeof NEEDS)[number];

/** What a selector promises about itself; the simulator and the conformance checks rely on it. */
export interface Traits {
  /** The utility of an item depends on that item alone, so it can be computed once and reused on any set of items. */
  readonly itemwise: boolean;
  /** The result does not depend on `context.rng` and `context.seed`. */
  readonly deterministic: boolean;
  /** The choice for a smaller budget is the beginning of the choice for a larger one. */
  readonly nested: boolean;
  /** Chooses what goes best with the items in `context.judged`, and none of them while others are left. */
  readonly extendsJudged: boolean;
  /**
   * Chooses within `context.constraints` for a budget of items: exactly the budget, all bounds on groups (`groups`, `maxPer`) kept.
   * Bounds that it cannot keep it refuses with CONSTRAINTS_REFUSED; then, and for other selectors, the host chooses from the ranking.
   */
  readonly keepsBounds: boolean;
  /**
   * Draws by chance, with known probabilities: its result has a chosen set, `inclusion` above 0 for each chosen item, and 1/inclusion as
   * `weights` (0 for items not chosen). The host gives it the budget, and compares it with nothing unless asked: what a design
   * gains shows in the estimate, not in the items.
   */
  readonly design: boolean;
}

/** What a selector is given beside data and options. */
export interface SelectionContext {
  /** The root seed; for further streams use `stream(seed, label, index)`. */
  readonly seed: number;
  /** Random numbers that belong to this selector and seed. */
  readonly rng: Rng;
  /** How much may be spent; absent = rank everything. */
  readonly budget?: Budget;
  /** Bounds on groups that the choice must keep; set only for a selector with the trait `keepsBounds`. */
  readonly constraints?: Pick<Constraints, 'groups' | 'maxPer'>;
  /** Cost of each item where a cost model is used; every value is above 0. */
  readonly costs?: Float64Array;
  /** Indices of items that are judged already. */
  readonly judged?: Uint32Array;
  /** The selectors and cost models of this run, for selectors that build on others. */
  readonly registry: Registry;
  /** Long work must stop soon after this is aborted. */
  readonly signal?: AbortSignal;
  /** Told how much of the work is done. */
  readonly progress?: (done: number, total: number) => void;
}

/** A way to pick items: a plain value, checked by shape. Keeps nothing between calls and changes no input. */
export interface Selector<Options = any> {
  /** Kebab-case, unique in a registry. */
  readonly name: string;
  readonly apiVersion: typeof API_VERSION;
  /** One line for lists: what it picks and why. */
  readonly summary: string;
  readonly needs: readonly Need[];
  readonly traits: Traits;
  readonly options: OptionsSchema<Options>;
  select(
    dataset: Dataset,
    options: Options,
    context: SelectionContext,
  ): SelectorResult | Promise<SelectorResult>;
  /**
   * For a selector that needs nothing but sources: scores a pool one source at a time, to the bit as `select` would on
   * data in which every item has a source. Undefined where these options need more than sources. With it, pools are ranked that
   * memory does not hold.
   */
  poolScorer?(
    options: Options,
    context: SelectionContext,
  ): PoolScorer | undefined | Promise<PoolScorer | undefined>;
}

/** The selectors, cost models, measures and estimators of a run: a value that is passed along, not a global. */
export interface Registry {
  readonly plugins: readonly LoadedPlugin[];
  /** All selectors, in the order of their plugins. */
  readonly selectors: readonly Selector[];
  readonly costModels: readonly CostModel[];
  readonly measures: readonly Measure[];
  readonly estimators: readonly Estimator[];
  /** @throws UNKNOWN_SELECTOR, with the nearest name */
  selector(name: string): Selector;
  /** @throws UNKNOWN_COST_MODEL, with the nearest name */
  costModel(name: string): CostModel;
  /** @throws UNKNOWN_MEASURE, with the nearest name */
  measure(name: string): Measure;
  /** @throws UNKNOWN_ESTIMATOR, with the nearest name */
  estimator(name: string): Estimator;
}

/** The default export of a plugin package. */
export interface Plugin {
  /** The name of the package. */
  readonly name: string;
  readonly version?: string;
  readonly selectors?: readonly Selector[];
  readonly costModels?: readonly CostModel[];
  readonly estimators?: readonly Estimator[];
  readonly measures?: readonly Measure[];
}

/** A plugin and the module it was loaded from, by which a worker can load it again. */
export interface LoadedPlugin {
  readonly plugin: Plugin;
  /** What `import()` takes: a package name or a file URL. */
  readonly specifier: string;
}
