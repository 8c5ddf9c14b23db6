import { defineSelector, z, type Dataset } from '@goldpan/core';
import { greedyCoverage } from '../diversity/greedy-coverage.js';
import { embeddingSimilarity, type Similarity } from '../diversity/similarity.js';
import { wordSimilarity } from '../diversity/word-similarity.js';
import { missingSourceVectors } from '../errors.js';
import { allSources } from './all-sources.js';

/** With more items than this the coverage of evenly spaced items stands for the coverage of all. */
const MOST_PLACES = 4096;

/**
 * Picks sources that cover the space of sources: each next one adds most to the sum, over all sources, of the similarity to
 * the most similar one picked (see `greedyCoverage`). Items judged already count as picked: they come last.
 *
 * Sources: N texts, none missing (MISSING_SOURCES). Similarity: the cosine of words and pairs of words weighted by rarity (see `wordSimilarity`), or of
 * the embeddings that came with the data (`vectors=embeddings`, MISSING_SOURCE_VECTORS). Gives a ranking, or with a budget in items
 * the chosen items only. An empty source covers nothing and comes last. Of equals the source that is more like all
 * others comes first, then the earlier one. Above 4,096 items the sum runs over
 * 4,096 evenly spaced ones. O(N · places · words in common).
 */
export const sourceDiversity = defineSelector({
  name: 'source-diversity',
  summary: 'Sources that together cover the space of sources: near every source there is one that is picked.',
  needs: ['sources'],
  traits: { deterministic: true, nested: true },
  options: z.object({
    vectors: z
      .enum(['words', 'embeddings'])
      .default('words')
      .describe('what similarity is computed from: the words of the sources, or embeddings in the data'),
  }),
  select(dataset, { vectors }, { budget, costs, judged, signal, progress }) {
    const places = evenlySpaced(dataset.size, Math.min(dataset.size, MOST_PLACES));
    const picks = costs === undefined ? budget?.items : undefined;
    const picked = greedyCoverage({
      items: dataset.size,
      places: places.length,
      similarity: similarityOf(dataset, vectors, places),
      given: judged,
      picks,
      progress(done) {
        signal?.throwIfAborted();
        progress?.(done, picks ?? dataset.size);
      },
    });
    return picks === undefined ? { ranking: picked } : { chosen: picked };
  },
});

function evenlySpaced(items: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, k) => Math.floor((k * items) / count));
}

function similarityOf(dataset: Dataset, vectors: 'words' | 'embeddings', places: Uint32Array): Similarity {
  if (vectors === 'words') return wordSimilarity(allSources(dataset, 'source-diversity'), places);
  const table = dataset.embeddings?.sources;
  if (table === undefined)
    throw missingSourceVectors(
      'selector "source-diversity" with vectors=embeddings',
      'any length',
      undefined,
    );
  return embeddingSimilarity(table, places);
}
