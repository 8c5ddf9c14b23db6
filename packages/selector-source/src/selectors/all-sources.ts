import type { Dataset } from '@goldpan/core';
import { missingSources } from '../errors.js';

/** The source of every item. @throws MISSING_SOURCES when one has none; an empty text is a text */
export function allSources(dataset: Dataset, selector: string): readonly string[] {
  const sources = dataset.sources!;
  const first = sources.indexOf(undefined);
  if (first < 0) return sources as readonly string[];
  const origin = dataset.origin?.(first);
  const where = `item ${JSON.stringify(dataset.ids[first])}${origin === undefined ? '' : ` (${origin})`}`;
  throw missingSources(selector, sources.filter((source) => source === undefined).length, where);
}
