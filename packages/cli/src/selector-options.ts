import { describeOptions, optionsFromText, type Dataset, type Selector } from '@goldpan/core';
import { noSuchOption } from './errors.js';

/** What the flags `--metric` and `--option` say. */
export interface SelectorFlags {
  readonly metric?: string;
  readonly option?: readonly (readonly [string, string])[];
}

/**
 * The options of a selector as JSON values, from the flags of a command line.
 *
 * @throws NO_SUCH_OPTION when `--metric` is given to a selector that has no metric
 */
export function selectorOptions(
  selector: Selector,
  { metric, option = [] }: SelectorFlags,
): Record<string, unknown> {
  const options = optionsFromText(selector.options, option);
  if (metric === undefined) return options;
  const names = describeOptions(selector.options).map(({ name }) => name);
  if (!names.includes('metric')) throw noSuchOption(selector.name, 'metric', names);
  return { ...options, metric };
}

/** The score columns that options name: those of which a missing cell matters. */
export function metricsInUse(options: Readonly<Record<string, unknown>>, dataset: Dataset): string[] {
  return Object.values(options).filter(
    (value): value is string => typeof value === 'string' && dataset.metrics.includes(value),
  );
}
