import { valuesWithRoles, type OptionsSchema, type Registry } from '@goldpan/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { optionFileFails } from './errors.js';

/** Options by name, not yet checked. */
export type Options = Readonly<Record<string, unknown>>;

/** Options and their schema: of a selector, or of a cost model. */
interface Configured {
  readonly schema: OptionsSchema<any>;
  readonly options: Options;
}

/**
 * Options in which every document that is given as the name of a file (role `file`) is what is in the file, in the options of
 * selectors that the selector builds on too.
 *
 * @throws OPTION_FILE_FAILS, UNKNOWN_SELECTOR
 */
export async function readOptionFiles(
  configured: Configured,
  { registry, folder }: { registry: Registry; folder: string },
): Promise<Record<string, unknown>> {
  let { options } = configured;
  for (const { path, value } of filesIn(configured, registry))
    if (typeof value === 'string')
      options = replaced(options, path, await jsonFile(path.join('.'), resolve(folder, value), value));
  return { ...options };
}

/** Options in which every document is put in another way, given the document or the name of its file. */
export function withFiles(
  configured: Configured,
  registry: Registry,
  shown: (document: unknown, path: Path) => unknown,
): Options {
  return filesIn(configured, registry).reduce(
    (options, { path, value }) => replaced(options, path, shown(value, path)),
    configured.options,
  );
}

export type Path = readonly (string | number)[];

function filesIn({ schema, options }: Configured, registry: Registry): { path: Path; value: unknown }[] {
  return valuesWithRoles(schema, options).flatMap(({ role, path, value }) => {
    if (role === 'file') return [{ path, value }];
    if (role !== 'selector') return [];
    const { selector: name, options: own } = value as { selector?: unknown; options?: unknown };
    if (typeof name !== 'string' || typeof own !== 'object' || own === null) return [];
    const part = { schema: registry.selector(name).options, options: own as Options };
    return filesIn(part, registry).map((file) => ({ ...file, path: [...path, 'options', ...file.path] }));
  });
}

/** A copy in which one value is another. */
function replaced<Whole>(whole: Whole, [key, ...rest]: Path, value: unknown): Whole {
  if (key === undefined) return value as Whole;
  const copy: any = Array.isArray(whole) ? [...whole] : { ...whole };
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}

async function jsonFile(option: string, path: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw optionFileFails(option, file, error instanceof Error ? error.message : String(error));
  }
}
