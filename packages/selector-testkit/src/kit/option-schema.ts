import { z, type OptionsSchema } from '@goldpan/core';

/** The JSON schema of one option, as far as it is used here. */
export interface OptionSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly OptionSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** The options of a schema by name. */
export function optionSchemas(schema: OptionsSchema<any>): [string, OptionSchema][] {
  const json: any = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(json.properties ?? {});
}

/** JSON values that an option must refuse by its own declaration; none for an option that takes anything. */
export function wrongValues(option: OptionSchema): unknown[] {
  const allowed = typesOf(option);
  if (allowed.length === 0) return [];
  const ofOtherType = Object.entries(SAMPLES)
    .filter(([type]) => !allowed.includes(type))
    .map(([, value]) => value);
  return [...ofOtherType, ...outOfRange(option)];
}

const SAMPLES = { string: 'no such value', number: 0.5, boolean: true, object: {}, array: [], null: null };

function typesOf(option: OptionSchema): string[] {
  if (option.anyOf) {
    const each = option.anyOf.map(typesOf);
    return each.some((types) => types.length === 0) ? [] : each.flat();
  }
  const values = option.enum ?? (option.const === undefined ? undefined : [option.const]);
  // A word that is not in the list is wrong although it is a text.
  if (values) return values.map((value) => (typeof value === 'string' ? 'a word of the list' : typeof value));
  return [option.type ?? []].flat().map((type) => (type === 'integer' ? 'a whole number' : type));
}

function outOfRange({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum }: OptionSchema): number[] {
  if (type !== 'number' && type !== 'integer') return [];
  const wrong = [
    minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum - 1 : undefined,
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum + 1 : undefined,
    exclusiveMinimum,
    exclusiveMaximum,
  ];
  return wrong.filter((value) => value !== undefined);
}
