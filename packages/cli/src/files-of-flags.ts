import { resolve } from 'node:path';

/** Flags that name a file to write. */
const OUTPUTS = [
  'output',
  'html',
  'markdown',
  'latex',
  'csv',
  'checkpoint',
  'out',
  'saveModel',
  'itemParameters',
  'pyIrt',
  'skipInvalid',
];

/** Flags whose values may name a file to read, beside the arguments. */
const INPUTS = ['vectors', 'plugin', 'option', 'costOption', 'formatOption', 'fromOption', 'cost'];

/** The files that the flags of a command name, as absolute paths. */
export function filesOfFlags(flags: object, folder: string): { outputs: string[]; inputs: string[] } {
  const given = new Map<string, unknown>(Object.entries(flags));
  const named = (names: readonly string[]) =>
    names.flatMap((name) => textsOf(given.get(name))).map((text) => resolve(folder, text));
  return { outputs: named(OUTPUTS), inputs: named(INPUTS) };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/^model:/, '')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
