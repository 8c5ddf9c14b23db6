import { describeOptions, optionsFromText, type Dataset, type Selector } from '@goldpan/core';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { noSuchOption, optionFileFails } from './errors.js';

/** What the flags `--metric` and `--option` say. */
export interface SelectorFlags {
  readonly metric?: string;
  readonly option?: readonly (readonly [string, string])[];
}

/**
 * The options of a selector as JSON values, from the flags of a command line. An option that is a JSON object may be given as
 * the name of a file: `--option model=model.json`.
 *
 * @throws NO_SUCH_OPTION when `--metric` is given to a selector that has no metric; OPTION_FILE_FAILS
 */
export async function selectorOptions(
  selector: Selector,
  { metric, option = [] }: SelectorFlags,
  folder = process.cwd(),
): Promise<Record<string, unknown>> {
  const described = describeOptions(selector.options);
  const options = optionsFromText(selector.options, option);
  for (const { name, type } of described) {
    const value = options[name];
    if (typeof value === 'string' && isFile(type, value)) options[name] = await jsonFile(name, value, folder);
  }
  if (metric === undefined) return options;
  const names = described.map(({ name }) => name);
  if (!names.includes('metric')) throw noSuchOption(selector.name, 'metric', names);
  return { ...options, metric };
}

/** The options as they were typed, for results: a file by its name, not by what is in it. */
export function typedOptions(
  options: Readonly<Record<string, unknown>>,
  { option = [] }: SelectorFlags,
): Record<string, unknown> {
  const typed = new Map(option);
  const entries = Object.entries(options).map(([name, value]) => [
    name,
    typeof value === 'object' &&
    value !== null &&
    /^[^[{]*$/.test(typed.get(name) ?? '{') &&
    !Array.isArray(value)
      ? { file: typed.get(name) }
      : value,
  ]);
  return Object.fromEntries(entries);
}

/** The score columns that options name: those of which a missing cell matters. */
export function metricsInUse(options: Readonly<Record<string, unknown>>, dataset: Dataset): string[] {
  return Object.values(options).filter(
    (value): value is string => typeof value === 'string' && dataset.metrics.includes(value),
  );
}

/** An option that takes a JSON object and nothing else, or one that also takes names and got the name of a JSON file. */
function isFile(type: string, value: string): boolean {
  return type.startsWith('a JSON object') || (type.includes('a JSON object') && /\.json$/i.test(value));
}

async function jsonFile(option: string, file: string, folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(resolve(folder, file), 'utf8'));
  } catch (error) {
    throw optionFileFails(option, file, error instanceof Error ? error.message : String(error));
  }
}
