import {
  describeOptions,
  mainMetricOption,
  valuesWithRoles,
  type Registry,
  type Selector,
} from '@goldpan/core';
import { noSuchOption } from './errors.js';
import { readOptionFiles, withFiles, type Options } from './option-files.js';
import { optionValues, type OptionValues } from './option-values.js';

/** How a selector is configured. */
export interface SelectorSettings {
  /** The metric it works on; short for its first option that names a score column, or, where it has none, for that of the selector it builds on. */
  readonly metric?: string;
  /** Its options; a text is read by the type of its option, and a document may be the name of a file. */
  readonly options?: OptionValues;
}

/**
 * The options of a selector as JSON values, read from texts where they are such: `metric` is the first option that names a
 * score column, of the selector or else of the one it builds on, and a document may be given as the name of a file.
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
  return metric === undefined ? options : withMetric(metric, { selector, options }, registry);
}

/** Options that name a metric: at the selector's own option, or else at that of the selector it builds on. @throws NO_SUCH_OPTION */
function withMetric(
  metric: string,
  { selector, options }: { selector: Selector; options: Options },
  registry: Registry,
): Record<string, unknown> {
  const name = mainMetricOption(selector.options);
  if (name !== undefined) return { ...options, [name]: metric };
  const part = valuesWithRoles(selector.options, options).find(
    ({ role, path }) => role === 'selector' && path.length === 1,
  );
  const use = (typeof part?.value === 'string' ? { selector: part.value } : part?.value) as Part | undefined;
  if (typeof use?.selector !== 'string') {
    const names = describeOptions(selector.options).map(({ name }) => name);
    throw noSuchOption(selector.name, 'metric', names);
  }
  const inner = { selector: registry.selector(use.selector), options: use.options ?? {} };
  return { ...options, [part!.path[0]]: { ...use, options: withMetric(metric, inner, registry) } };
}

/** A selector that another builds on, as its option gives it. */
interface Part {
  readonly selector?: unknown;
  readonly options?: Options;
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
