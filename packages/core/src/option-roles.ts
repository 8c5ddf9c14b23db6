import { z } from 'zod';
import { compiledOptions, type PropertySchema } from './compiled-options.js';
import type { OptionRole, OptionsSchema } from './options-schema.js';

/**
 * An option that names a score column. Refine it as any text: `metricOption().optional().describe('…')`; several columns are
 * `z.array(metricOption())`. Where it may be left out, `resolveMetric` says which column that means.
 */
export const metricOption = () => z.string().meta({ role: 'metric' satisfies OptionRole });

/**
 * An option that is a JSON document, such as a trained model, and is given on a command line as the name of a file.
 *
 * @param document - what the document must be; default any JSON object
 */
export function fileOption(): typeof anyDocument;
export function fileOption<Document extends z.ZodType>(document: Document): Document;
export function fileOption(document: z.ZodType = anyDocument) {
  return document.meta({ role: 'file' satisfies OptionRole });
}

const anyDocument = z.record(z.string(), z.unknown());

/** An option that is another selector, for selectors that build on others: a name, or a name with options. */
export const selectorOption = () =>
  z
    .union([
      z.string(),
      z.strictObject({ selector: z.string(), options: z.record(z.string(), z.unknown()).optional() }),
    ])
    .meta({ role: 'selector' satisfies OptionRole });

/** A value that has a role, and where it is in the options: `['parts', 0]`. */
export interface RoleValue {
  readonly role: OptionRole;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** The values of options that have roles, in lists and objects too, defaults included; in the order of the declaration. */
export function valuesWithRoles(
  schema: OptionsSchema<any>,
  options: Readonly<Record<string, unknown>>,
): RoleValue[] {
  const { properties } = compiledOptions(schema);
  return Object.entries(properties).flatMap(([name, property]) =>
    valuesIn(property, Object.hasOwn(options, name) ? options[name] : property.default, [name]),
  );
}

/** The option that says which score column a selector works on: the first that names one; undefined where none does. */
export function mainMetricOption(schema: OptionsSchema<any>): string | undefined {
  const { names, properties } = compiledOptions(schema);
  return names.find((name) => properties[name].role === 'metric');
}

type Path = RoleValue['path'];

function valuesIn(property: PropertySchema, value: unknown, path: Path): RoleValue[] {
  if (value === undefined || value === null) return [];
  if (property.role) return [{ role: property.role, path, value }];
  const { anyOf = [], items, properties = {} } = property;
  const alternatives = anyOf.filter((alternative) => mayBe(alternative, value));
  return [
    ...alternatives.flatMap((alternative) => valuesIn(alternative, value, path)),
    ...(items && Array.isArray(value) ? value.flatMap((one, i) => valuesIn(items, one, [...path, i])) : []),
    ...Object.entries(properties).flatMap(([name, member]) =>
      typeof value === 'object' && Object.hasOwn(value, name)
        ? valuesIn(member, (value as Record<string, unknown>)[name], [...path, name])
        : [],
    ),
  ];
}

/** Beside other alternatives a text is the name of a file where it ends in `.json`, and no column where it is no text. */
function mayBe({ role }: PropertySchema, value: unknown): boolean {
  if (role === 'file') return typeof value !== 'string' || /\.json$/i.test(value);
  return role !== 'metric' || typeof value === 'string';
}
