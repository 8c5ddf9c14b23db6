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
const INPUTS = [
  ...['vectors', 'plugin', 'option', 'costOption', 'formatOption', 'fromOption', 'cost'],
  ...['include', 'exclude', 'pilot', 'also'],
];

/** The files that the flags of a command name, as absolute paths. */
export function filesOfFlags(flags: object, folder: string): { outputs: string[]; inputs: string[] } {
  const given = new Map<string, unknown>(Object.entries(flags));
  const textsIn = (names: readonly string[]) => names.flatMap((name) => textsOf(given.get(name)));
  const absolute = (texts: readonly string[]) => texts.map((text) => resolve(folder, text));
  return { outputs: absolute(textsIn(OUTPUTS)), inputs: absolute(textsIn(INPUTS).flatMap(namedIn)) };
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What may be a file in the value of a flag: all of it, or a part of `model:FILE` or "source model=FILE". */
function namedIn(text: string): string[] {
  return [text, text.replace(/^model:/, ''), ...text.split(/[\s=]+/)].filter((part) => part !== '');
}
