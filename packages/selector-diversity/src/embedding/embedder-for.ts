import { modelNotNamed } from '../errors.js';
import type { Embedder } from './embedder.js';
import type { EmbeddingOptions } from './embedding-options.js';
import { hashedEmbedder } from './hashed-embedder.js';

/**
 * The embedder that the options ask for. The parts that need Node (models, the network, the cache on disk) are loaded
 * when they are asked for and not before.
 *
 * @throws MODEL_NOT_NAMED, and what the embedders of the `node` entry point throw
 */
export async function embedderFor(options: EmbeddingOptions): Promise<Embedder> {
  const { embedding, model, cache, 'allow-download': allowDownload } = options;
  if (embedding !== 'model' && embedding !== 'http') return hashedEmbedder(options);
  if (model === undefined) throw modelNotNamed(embedding);
  const node = await import('../node/index.js');
  const embedder =
    embedding === 'model'
      ? await node.sentenceModelEmbedder(model, { allowDownload })
      : node.httpEmbedder(model);
  return cache === 'none' ? embedder : node.cachedEmbedder(embedder, cache);
}
