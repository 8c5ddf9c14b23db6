import { describeOptions, mainMetricOption, type Registry, type Selector } from '@goldpan/core';
import { noSuchOption } from './errors.js';
import { readOptionFiles, withFiles, type Options } from './option-files.js';
import { optionValues, type OptionValues } from './option-values.js';

/** How a selector is configured. */
export interface SelectorSettings {
  /** The metric it works on; short for its first option that names a score column. */
  readonly metric?: string;
  /** Its options; a text is read by the type of its option, and a document may be the name of a file. */
  readonly options?: OptionValues;
}

/**
 * The options of a selector as JSON values, read from texts where they are such: `metric` is the first option that names a
 * score column, and a document may be given as the name of a file.
 *
 * @param folder - which names of files start from
 * @throws NO_SUCH_OPTION when a metric is given to a selector that has none; OPTION_FILE_FAILS, UNKNOWN_SELECTOR
 */
export async function selectorOptions(
  selector: Selector,
  { metric, options: given = {} }: SelectorSettings,
  { registry, folder }: { registry: Registry; folder: string },
): Promise<Record<string, unknown>> {
  const typed = optionValues(selector.options, given);
  const options = await readOptionFiles({ schema: selector.options, options: typed }, { registry, folder });
  if (metric === undefined) return options;
  const name = mainMetricOption(selector.options);
  if (name !== undefined) return { ...options, [name]: metric };
  const names = describeOptions(selector.options).map(({ name }) => name);
  throw noSuchOption(selector.name, 'metric', names);
}

/** Options as results show them: a document by the name of its file where it was given so, not by what is in it. */
export function typedOptions(
  { selector, options }: { selector: Selector; options: Options },
  { options: given = {} }: SelectorSettings,
  registry: Registry,
): Options {
  const typed = optionValues(selector.options, given);
  return withFiles({ schema: selector.options, options }, registry, (document, path) => {
    const file = path.reduce<any>((within, key) => within?.[key], typed);
    return typeof file === 'string' ? { file } : document;
  });
}
