import { z } from 'zod';
import type { OptionRole, OptionsSchema } from './options-schema.js';

/** What a schema says of one option, as JSON schema; members that no option of ours has are left out. */
export interface PropertySchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: PropertySchema;
  readonly anyOf?: readonly PropertySchema[];
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly description?: string;
  readonly role?: OptionRole;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** A schema of options, read once. */
export interface CompiledOptions {
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
  /** In the order of their declaration. */
  readonly names: readonly string[];
}

const compiled = new WeakMap<OptionsSchema<any>, CompiledOptions>();

/**
 * What a schema says of its options. Printing a schema takes far longer than a check by it, so each is printed once and kept
 * for as long as the schema lives.
 */
export function compiledOptions(schema: OptionsSchema<any>): CompiledOptions {
  const known = compiled.get(schema);
  if (known) return known;
  const json: any = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const properties = (json.properties ?? {}) as Record<string, PropertySchema>;
  const options = { properties, required: json.required ?? [], names: Object.keys(properties) };
  compiled.set(schema, options);
  return options;
}
