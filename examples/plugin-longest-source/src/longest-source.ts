import { defineSelector, z } from '@goldpan/core';
import { sourceWords } from './source-words.js';

/**
 * The items with the longest sources: the utility of an item is the number of words of its source, up to a limit.
 * Ties keep input order. O(total length). An item without a source is an error (LONGEST_SOURCE_MISSING).
 */
export const longestSource = defineSelector({
  name: 'longest-source',
  summary: 'The items with the longest sources.',
  needs: ['sources'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({
    limit: z.int().min(1).default(200).describe('words from which on a source counts as equally long'),
  }),
  select: (dataset, { limit }) => ({
    utilities: Float64Array.from(dataset.ids, (_, item) => Math.min(limit, sourceWords(dataset, item))),
  }),
});
