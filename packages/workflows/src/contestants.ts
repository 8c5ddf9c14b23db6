import { automaticMetrics, unmetNeedsOf, type Dataset, type Registry, type Selector } from '@goldpan/core';
import type { Contestant } from '@goldpan/simulation';
import { askedOptions, metricToTell } from './asked-options.js';
import { invalidContestant } from './errors.js';
import { withFiles, type Options } from './option-files.js';
import type { OptionValues } from './option-values.js';
import { selectorOptions } from './selector-options.js';

/** What is asked about who takes part. */
export interface ContestantQuestion {
  /** Names of selectors; absent = all that can run. */
  readonly selectors?: readonly string[];
  /** Metrics that selectors may use; absent = all automatic ones. */
  readonly metrics?: readonly string[];
}

/** Who takes part, and who cannot. */
export interface Contestants {
  readonly contestants: Contestant[];
  readonly skipped: { readonly name: string; readonly why: string }[];
}

/**
 * Every selector that can run on the data, once per metric where it works on a metric. `random` is what they are compared with;
 * a selector that cannot do without options is set aside, and designs, which are random selection too, take part only where they are named.
 *
 * @throws UNKNOWN_SELECTOR
 */
export function contestantsOf(dataset: Dataset, registry: Registry, flags: ContestantQuestion): Contestants {
  const selectors = flags.selectors?.map((name) => registry.selector(name)) ?? registry.selectors;
  const metrics = flags.metrics ?? automaticMetrics(dataset);
  const contestants: Contestant[] = [];
  const skipped: { name: string; why: string }[] = [];
  for (const selector of selectors) {
    if (selector.name === 'random') continue;
    if (selector.traits.design && flags.selectors === undefined) continue;
    const missing = unmetNeedsOf(selector, dataset, { budget: { items: 1 } });
    const required = askedOptions(selector);
    if (missing.length > 0) skipped.push({ name: selector.name, why: `needs ${missing.join(' and ')}` });
    else if (required.length > 0) {
      skipped.push({
        name: selector.name,
        why: `needs the option ${required.join(', ')}`,
      });
    } else contestants.push(...variants(selector, metrics));
  }
  return { contestants, skipped };
}

/** Once per metric where the selector works on one. */
function variants(selector: Selector, metrics: readonly string[]): Contestant[] {
  const option = metricToTell(selector);
  const options = option === undefined ? [{}] : metrics.map((metric) => ({ [option]: metric }));
  return options.map((given) => ({ selector: selector.name, options: given }));
}

/** A selector with options that takes part beside the others: as words, `source model=model.json`, or by name and options. */
export type FurtherContestant = string | { readonly selector: string; readonly options?: OptionValues };

/** A further contestant, its options as JSON values. @throws INVALID_CONTESTANT, UNKNOWN_SELECTOR, OPTION_FILE_FAILS */
export async function contestantOf(
  further: FurtherContestant,
  registry: Registry,
  folder: string,
): Promise<Contestant> {
  const { selector: name, options } = typeof further === 'string' ? fromWords(further) : further;
  const selector = registry.selector(name);
  const values = await selectorOptions(selector, { options }, { registry, folder });
  return { selector: name, options: values as Contestant['options'] };
}

function fromWords(words: string) {
  const [selector, ...pairs] = words.trim().split(/\s+/);
  const options = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    if (at <= 0) throw invalidContestant(words, pair);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return { selector, options: Object.fromEntries(options) };
}

/** Options as results show them: a document, which may be large, by the `utility` it says it is for. */
export function shortOptions({ selector, options }: Contestant, registry: Registry): Contestant['options'] {
  const configured = { schema: registry.selector(selector).options, options: options as Options };
  return withFiles(configured, registry, (document) =>
    typeof document === 'object' ? ((document as Options).utility ?? 'given') : document,
  ) as Contestant['options'];
}
