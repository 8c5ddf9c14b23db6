import { defineError, type Dataset } from '@goldpan/core';

/** An error of this plugin: a stable code, what is wrong, and what to do. */
export const missingSource = defineError(
  'LONGEST_SOURCE_MISSING',
  'An item has no source, so it has no length.',
  (id: string) => ({
    fields: { id },
    what: `every item must have a source; item ${JSON.stringify(id)} has none`,
    advice: 'add the source, or leave the item out',
  }),
);

/** Number of words of an item's source: runs of characters that are no white space. @throws LONGEST_SOURCE_MISSING */
export function sourceWords(dataset: Dataset, item: number): number {
  const source = dataset.sources?.[item];
  if (source === undefined) throw missingSource(dataset.ids[item]);
  return source.split(/\s+/u).filter((word) => word !== '').length;
}
