import type { z } from 'zod';
import { compiledOptions, type PropertySchema } from './compiled-options.js';
import { didYouMean } from './did-you-mean.js';
import { invalidOptions } from './errors.js';
import type { OptionRole, OptionsSchema } from './options-schema.js';
import { showValue } from './show-value.js';

/** One option, as help and documentation show it. */
export interface OptionDescription {
  readonly name: string;
  /** In words: `"text"`, `"number from 0 to 1"`, `"one of rank, zscore"`. */
  readonly type: string;
  readonly summary: string;
  readonly required: boolean;
  /** What the value is beyond its type, where the schema says so. */
  readonly role?: OptionRole;
  readonly default?: unknown;
}

/** The options of a schema in the order of their declaration. */
export function describeOptions(schema: OptionsSchema<any>): readonly OptionDescription[] {
  const { properties, required } = compiledOptions(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeInWords(property),
    summary: property.description ?? '',
    required: required.includes(name),
    ...(property.role !== undefined && { role: property.role }),
    ...(property.default !== undefined && { default: property.default }),
  }));
}

/**
 * Checks options and fills in defaults.
 *
 * @param who - whose options, for the error text
 * @throws INVALID_OPTIONS naming every option that does not fit, what it must be and what came
 */
export function parseOptions<Options>(
  who: string,
  schema: OptionsSchema<Options>,
  options: unknown = {},
): Options {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalidOptions(who, [`they must be an object of names and values; got ${showValue(options)}`]);
  }
  const { names } = compiledOptions(schema);
  const given = options as Record<string, unknown>;
  const problems = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => `there is no option ${JSON.stringify(name)}${didYouMean(name, names)}`);
  const result = schema.safeParse(options);
  if (result.success && problems.length === 0) return result.data;
  throw invalidOptions(who, [...problems, ...problemsOf(describeOptions(schema), given, result.error)]);
}

/** What the schema itself finds wrong, one problem per option. */
function problemsOf(
  known: readonly OptionDescription[],
  given: Readonly<Record<string, unknown>>,
  error: z.ZodError | undefined,
): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const issue of error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    if (issue.code === 'unrecognized_keys' || seen.has(name)) continue;
    seen.add(name);
    const option = known.find((candidate) => candidate.name === name);
    if (option === undefined) problems.push(issue.message);
    else if (given[name] === undefined) problems.push(`"${name}" must be given: ${option.type}`);
    else
      problems.push(
        `"${name}" must be ${option.type}; got ${showValue(given[name])}${detail(issue, option)}`,
      );
  }
  return problems;
}

/**
 * Turns options typed as text (`k=v` pairs of a command line) into JSON values by the types of the schema: numbers,
 * booleans, comma-separated lists; text that starts with `{` or `[` is read as JSON unless the option is a text. What does
 * not convert stays text, so that `parseOptions` can name it.
 */
export function optionsFromText(
  schema: OptionsSchema<any>,
  entries: Iterable<readonly [string, string]>,
): Record<string, unknown> {
  const { properties } = compiledOptions(schema);
  const pairs = Array.from(entries, ([name, text]): [string, unknown] => [
    name,
    Object.hasOwn(properties, name) ? valueFromText(properties[name], text) : text,
  ]);
  return Object.fromEntries(pairs);
}

function typeInWords(property: PropertySchema): string {
  const { type } = property;
  if (property.enum) return `one of ${property.enum.join(', ')}`;
  if (property.const !== undefined) return JSON.stringify(property.const);
  if (property.anyOf) return property.anyOf.map(typeInWords).join(' or ');
  if (Array.isArray(type)) return type.map((one) => typeInWords({ ...property, type: one })).join(' or ');
  if (type === 'array')
    return `a list of ${plural(typeInWords(property.items ?? {}))}${lengthInWords(property)}`;
  if (type === 'string') return `text${lengthInWords(property)}`;
  if (type === 'boolean') return 'true or false';
  if (type === 'number') return `a number${rangeInWords(property)}`;
  if (type === 'integer') return `a whole number${rangeInWords(property)}`;
  if (type === 'object') return 'a JSON object';
  if (type === 'null') return 'null';
  return 'a JSON value';
}

function plural(type: string): string {
  return type.replace(/^a (whole )?number/, '$1numbers').replace(/^text/, 'texts');
}

function lengthInWords({ minLength, minItems }: PropertySchema): string {
  const least = minLength ?? minItems;
  return least ? ` (length at least ${least})` : '';
}

function rangeInWords(property: PropertySchema): string {
  const { exclusiveMinimum: above, exclusiveMaximum: below } = property;
  const least = property.minimum === Number.MIN_SAFE_INTEGER ? undefined : property.minimum;
  const most = property.maximum === Number.MAX_SAFE_INTEGER ? undefined : property.maximum;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  const lower = least !== undefined ? ` of at least ${least}` : above !== undefined ? ` above ${above}` : '';
  const upper = most !== undefined ? ` of at most ${most}` : below !== undefined ? ` below ${below}` : '';
  return lower && upper ? `${lower} and${upper}` : lower + upper;
}

function valueFromText(property: PropertySchema, text: string): unknown {
  const types = [property, ...(property.anyOf ?? [])].flatMap(({ type }) => type ?? []);
  const onlyText = types.length > 0 && types.every((type) => type === 'string');
  if (!onlyText && /^\s*[[{]/.test(text)) return fromJson(text);
  if (types.includes('number') || types.includes('integer')) {
    const value = Number(text);
    if (text.trim() !== '' && !Number.isNaN(value)) return value;
  }
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  if (types.includes('array')) {
    const items = property.items ?? property.anyOf?.find(({ type }) => type === 'array')?.items ?? {};
    return text.trim() === '' ? [] : text.split(',').map((part) => valueFromText(items, part.trim()));
  }
  return text;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A check of the schema's own says more than its type does. */
function detail(issue: z.core.$ZodIssue, option: OptionDescription): string {
  return issue.code === 'custom'
    ? ` (${issue.message})`
    : issue.path.length > 1 && option.type.startsWith('a list')
      ? ` (element ${Number(issue.path[1]) + 1})`
      : '';
}
