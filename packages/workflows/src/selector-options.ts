import {
  describeOptions,
  mainMetricOption,
  optionsFromText,
  type Registry,
  type Selector,
} from '@goldpan/core';
import { noSuchOption } from './errors.js';
import { readOptionFiles, withFiles, type Options } from './option-files.js';

/** What the flags `--metric` and `--option` say. */
export interface SelectorFlags {
  readonly metric?: string;
  readonly option?: readonly (readonly [string, string])[];
}

/**
 * The options of a selector as JSON values, from the flags of a command line: `metric` is the first option that names a score
 * column, and a document may be given as the name of a file: `--option model=model.json`.
 *
 * @param folder - which names of files start from
 * @throws NO_SUCH_OPTION when `--metric` is given to a selector that has no metric; OPTION_FILE_FAILS, UNKNOWN_SELECTOR
 */
export async function selectorOptions(
  selector: Selector,
  { metric, option = [] }: SelectorFlags,
  { registry, folder }: { registry: Registry; folder: string },
): Promise<Record<string, unknown>> {
  const typed = optionsFromText(selector.options, option);
  const options = await readOptionFiles({ selector, options: typed }, { registry, folder });
  if (metric === undefined) return options;
  const name = mainMetricOption(selector.options);
  if (name !== undefined) return { ...options, [name]: metric };
  const names = describeOptions(selector.options).map(({ name }) => name);
  throw noSuchOption(selector.name, 'metric', names);
}

/** Options as results show them: a document by the name of its file where it was given so, not by what is in it. */
export function typedOptions(
  { selector, options }: { selector: Selector; options: Options },
  { option = [] }: SelectorFlags,
  registry: Registry,
): Options {
  const typed = optionsFromText(selector.options, option);
  return withFiles({ selector, options }, registry, (document, path) => {
    const file = path.reduce<any>((within, key) => within?.[key], typed);
    return typeof file === 'string' ? { file } : document;
  });
}
