import { defineSelector, z } from '@goldpan/core';
import { WordRarity } from '../streaming/word-rarity.js';
import { allSources } from './all-sources.js';

/**
 * Picks the items whose words are rare among the sources of the data: names, terms, slang, other languages.
 *
 * Sources: N texts, none missing (MISSING_SOURCES). Utility: see `WordRarity`; it depends on the other sources, so it is
 * not itemwise. An item without words has utility 0 and comes last. Ties keep input order. O(total length).
 */
export const sourceRarity = defineSelector({
  name: 'source-rarity',
  summary: 'Sources whose words are rare among the sources of the data.',
  needs: ['sources'],
  traits: { deterministic: true, nested: true },
  options: z.object({}),
  select(dataset) {
    const sources = allSources(dataset, 'source-rarity');
    const rarity = new WordRarity();
    for (const source of sources) rarity.observe(source);
    return { utilities: Float64Array.from(sources, (source) => rarity.score(source)) };
  },
  poolScorer: () => new WordRarity(),
});
