import { runSelector, utilitiesOfRanking, type Dataset, type SelectionContext } from '@goldpan/core';
import { sizeNotUsable } from './errors.js';

/** A selector by name, or with options. */
export type SelectorPart = string | { readonly selector: string; readonly options?: object };

/**
 * What another selector's utilities say of each item; its ranking where it gives none. Shape (N), finite, higher = sooner.
 *
 * @throws SAM_SIZE_NOT_USABLE, UNKNOWN_SELECTOR and what the other selector throws
 */
export async function utilitiesOf(
  dataset: Dataset,
  part: SelectorPart,
  { seed, registry, signal, progress }: SelectionContext,
): Promise<Float64Array> {
  const { selector, options = {} } = typeof part === 'string' ? { selector: part } : part;
  const run = { options, seed, registry, signal, progress };
  const { utilities, ranking } = await runSelector(registry.selector(selector), dataset, run);
  const found = utilities ?? utilitiesOfRanking(ranking);
  const item = found.findIndex((value) => !Number.isFinite(value));
  if (item >= 0) throw sizeNotUsable({ selector, item: dataset.ids[item], utility: found[item] });
  return found;
}
