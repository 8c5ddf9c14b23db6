export { cachedEmbedder } from './cached-embedder.js';
export { httpEmbedder, type HttpOptions } from './http-embedder.js';
export { sentenceModelEmbedder, type SentenceModelOptions } from './sentence-model-embedder.js';
