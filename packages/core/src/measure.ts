import { invalidPlugin, wrongApiVersion } from './errors.js';
import { API_VERSION } from './api-version.js';
import { showValue } from './show-value.js';
import type { Standing } from './standing.js';

/** How well a subset reproduces the full-data result, as one number: a plain value, checked by shape. */
export interface Measure<Name extends string = string> {
  /** Kebab-case, unique in a registry; goals name it: `spa=0.95`. */
  readonly name: Name;
  readonly apiVersion: typeof API_VERSION;
  /** As a heading has it: `"Soft pairwise accuracy (SPA)"`. */
  readonly title: string;
  /** As a column or a sentence has it: `"SPA"`. */
  readonly label: string;
  /** One sentence for lists. */
  readonly summary: string;
  /** Whether a higher or a lower value is better. */
  readonly direction: (typeof DIRECTIONS)[number];
  /** Smallest and largest possible value. */
  readonly range: readonly [low: number, high: number];
  /** `predicate`: 1 for yes and 0 for no. `count`: whole numbers. */
  readonly kind: (typeof KINDS)[number];
  /** Whether the value compares with the full data; otherwise it describes the subset alone. */
  readonly relative: boolean;
  /** The value of a subset. Reads what it needs of the two, keeps nothing, changes nothing. Never NaN. */
  of(subset: Standing, full: Standing): number;
  /**
   * For a measure that is faster along a ranking than at each size anew: makes a function that gives the same as `of` to
   * the bit, and is called for rising sizes of one ranking.
   */
  along?(full: Standing): (subset: Standing) => number;
}

const DIRECTIONS = ['higher', 'lower'] as const;
const KINDS = ['score', 'count', 'predicate'] as const;

/** A measure as its author writes it: most are scores that compare with the full data, and their label is their name. */
export type MeasureDefinition<Name extends string> = Omit<
  Measure<Name>,
  'apiVersion' | 'label' | 'kind' | 'relative'
> &
  Partial<Pick<Measure, 'label' | 'kind' | 'relative'>>;

/**
 * Makes a measure of a definition: adds the contract version and what the definition leaves out, and checks the shape.
 *
 * @throws INVALID_PLUGIN
 */
export function defineMeasure<const Name extends string>(definition: MeasureDefinition<Name>): Measure<Name> {
  const usual = { label: definition.name, kind: 'score', relative: true } as const;
  const measure: Measure<Name> = { ...usual, ...definition, apiVersion: API_VERSION };
  checkMeasure(measure);
  return Object.freeze(measure);
}

/**
 * Whether a value has the shape of a measure.
 *
 * @param origin - where it came from, for the error text
 * @throws INVALID_PLUGIN, WRONG_API_VERSION
 */
export function checkMeasure(value: unknown, origin = 'the definition'): asserts value is Measure {
  const measure = (typeof value === 'object' && value !== null ? value : {}) as Partial<Measure>;
  const who = `measure ${JSON.stringify(measure.name ?? '(without a name)')} of ${origin}`;
  const fail = (problem: string) => {
    throw invalidPlugin(who, problem);
  };
  if (typeof measure.name !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(measure.name)) {
    fail('must have a kebab-case name');
  }
  if (measure.apiVersion !== API_VERSION) throw wrongApiVersion(who, measure.apiVersion, API_VERSION);
  for (const text of ['title', 'label', 'summary'] as const) {
    if (typeof measure[text] !== 'string' || measure[text] === '') fail(`must have a ${text}`);
  }
  if (!DIRECTIONS.includes(measure.direction!)) {
    fail(`must have the direction higher or lower; got ${showValue(measure.direction)}`);
  }
  if (!KINDS.includes(measure.kind!))
    fail(`must be of a kind among ${KINDS.join(', ')}; got ${showValue(measure.kind)}`);
  if (typeof measure.relative !== 'boolean') fail('must say whether it is relative, true or false');
  if (!isRange(measure.range))
    fail(`must have a range of two rising numbers; got ${showValue(measure.range)}`);
  if (typeof measure.of !== 'function') fail('must have a function as of');
  if (!['function', 'undefined'].includes(typeof measure.along)) {
    fail(`must have a function as along, or none; got ${showValue(measure.along)}`);
  }
}

function isRange(range: unknown): boolean {
  return (
    Array.isArray(range) &&
    range.length === 2 &&
    range.every((bound) => typeof bound === 'number') &&
    range[0] < range[1]
  );
}
