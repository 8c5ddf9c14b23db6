import type { Budget } from './budget.js';
import type { Constraints } from './constraints/constraints.js';
import type { Dataset } from './dataset.js';
import { invalidPlugin, wrongApiVersion } from './errors.js';
import type { OptionsSchema } from './options-schema.js';
import type { PoolScorer } from './pool-scorer.js';
import type { Registry } from './registry.js';
import type { SelectorResult } from './selection.js';
import { showValue } from './show-value.js';
import type { Rng } from './stream.js';

/** The version of the contracts in this package. A plugin carries the one it was written for. */
export const API_VERSION = 1;

/** What a selector cannot do without. */
export type Need = (typeof NEEDS)[number];

const NEEDS = ['scores', 'outputs', 'sources', 'embeddings', 'target', 'budget'] as const;

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
}

const NO_TRAITS: Traits = {
  itemwise: false,
  deterministic: false,
  nested: false,
  extendsJudged: false,
  keepsBounds: false,
};

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

/** A selector as its author writes it: traits may be left out. */
export type SelectorDefinition<Options> = Omit<Selector<Options>, 'apiVersion' | 'traits'> & {
  readonly traits?: Partial<Traits>;
};

/**
 * Makes a selector of a definition: adds the contract version and, where the definition has none, the cautious
 * traits, all of them false, and checks the shape.
 *
 * @throws INVALID_PLUGIN
 */
export function defineSelector<Options>(definition: SelectorDefinition<Options>): Selector<Options> {
  const traits = { ...NO_TRAITS, ...definition.traits };
  const selector: Selector<Options> = { ...definition, apiVersion: API_VERSION, traits };
  checkSelector(selector);
  return Object.freeze(selector);
}

/**
 * Whether a value has the shape of a selector.
 *
 * @param origin - where it came from, for the error text
 * @throws INVALID_PLUGIN, WRONG_API_VERSION
 */
export function checkSelector(value: unknown, origin = 'the definition'): asserts value is Selector {
  const selector = (typeof value === 'object' && value !== null ? value : {}) as Partial<Selector>;
  const who = `selector ${JSON.stringify(selector.name ?? '(without a name)')} of ${origin}`;
  const fail = (problem: string) => {
    throw invalidPlugin(who, problem);
  };
  if (typeof selector.name !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(selector.name)) {
    fail('must have a kebab-case name');
  }
  if (selector.apiVersion !== API_VERSION) throw wrongApiVersion(who, selector.apiVersion, API_VERSION);
  if (typeof selector.summary !== 'string' || selector.summary === '') fail('must have a summary');
  if (!Array.isArray(selector.needs)) fail('must list its needs');
  const unknown = selector.needs!.find((need) => !NEEDS.includes(need));
  if (unknown !== undefined) fail(`must list needs among ${NEEDS.join(', ')}; got ${showValue(unknown)}`);
  for (const trait of Object.keys(NO_TRAITS) as (keyof Traits)[]) {
    const value = selector.traits?.[trait];
    if (typeof value !== 'boolean')
      fail(`must have the trait ${trait}, true or false; got ${showValue(value)}`);
  }
  if (typeof selector.options?.safeParse !== 'function') fail('must have a schema as options');
  if (typeof selector.select !== 'function') fail('must have a select function');
  if (!['function', 'undefined'].includes(typeof selector.poolScorer))
    fail(`must have a function as poolScorer, or none; got ${showValue(selector.poolScorer)}`);
}
