import type { Plugin } from '@goldpan/core';
import { diffuse } from './selectors/diffuse.js';
import { facilityLocation } from './selectors/facility-location.js';
import { kCenter } from './selectors/k-center.js';
import { kMeans } from './selectors/k-means.js';
import { kMedoids } from './selectors/k-medoids.js';
import { outputDiversity } from './selectors/output-diversity.js';

export { hashedEmbedder, type HashedOptions } from './embedding/hashed-embedder.js';
export type { Embedder, Work } from './embedding/embedder.js';
export { errorCatalogue } from './error-catalogue.js';
export { bleuSimilarity, sentenceBleu, type BleuOptions } from './text/bleu.js';
export { chrfSimilarity, sentenceChrf, type ChrfOptions } from './text/chrf.js';
export { bestWithinBounds, type BestWithinBoundsOptions } from './constraints/best-within-bounds.js';
export { boundedGrouping, groupingsOf, type Grouping } from './constraints/grouping.js';
export {
  dropNearDuplicates,
  type DroppedItem,
  type NearDuplicateOptions,
  type WithoutNearDuplicates,
} from './near-duplicates/drop-near-duplicates.js';
export { streamBest } from './streaming/stream-best.js';
export {
  streamCoverage,
  type StreamCoverageOptions,
  type StreamedCover,
} from './streaming/stream-coverage.js';
export type { Pool, StreamedBound, StreamedItem, StreamOptions } from './streaming/streamed-item.js';
export type { TextSimilarity } from './text/text-similarity.js';
export { tokenizers, type TokenizerName } from './text/tokenizers.js';
export { unigramOverlap, unigramSimilarity } from './text/unigram.js';
export { diffuse, facilityLocation, kCenter, kMeans, kMedoids, outputDiversity };

const plugin: Plugin = {
  name: '@goldpan/selector-diversity',
  selectors: [outputDiversity, kMeans, diffuse, kCenter, kMedoids, facilityLocation],
};

export default plugin;
