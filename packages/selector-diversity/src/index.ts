import type { Plugin } from '@goldpan/core';
import { outputDiversity } from './selectors/output-diversity.js';

export { hashedEmbedder, type HashedOptions } from './embedding/hashed-embedder.js';
export type { Embedder, Work } from './embedding/embedder.js';
export { errorCatalogue } from './error-catalogue.js';
export { bleuSimilarity, sentenceBleu, type BleuOptions } from './text/bleu.js';
export { chrfSimilarity, sentenceChrf, type ChrfOptions } from './text/chrf.js';
export type { TextSimilarity } from './text/text-similarity.js';
export { tokenizers, type TokenizerName } from './text/tokenizers.js';
export { unigramOverlap, unigramSimilarity } from './text/unigram.js';
export { outputDiversity };

const plugin: Plugin = { name: '@goldpan/selector-diversity', selectors: [outputDiversity] };

export default plugin;
