import { API_VERSION } from './api-version.js';
import { NEEDS, type Selector, type Traits } from './contracts.js';
import { invalidPlugin, wrongApiVersion } from './errors.js';
import { showValue } from './show-value.js';

const NO_TRAITS: Traits = {
  itemwise: false,
  deterministic: false,
  nested: false,
  extendsJudged: false,
  keepsBounds: false,
  design: false,
};

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
