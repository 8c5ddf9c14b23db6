import { defineSelector, tooFewSystems, z, type Dataset, type SelectionContext } from '@goldpan/core';
import { embeddingSource, type EmbeddingOptions } from '../embedding/embedding-options.js';
import { outputVectors } from '../embedding/text-vectors.js';
import { meanDotProducts } from '../kernels/mean-dot-products.js';
import { bleuSimilarity } from '../text/bleu.js';
import { chrfSimilarity } from '../text/chrf.js';
import type { TextSimilarity } from '../text/text-similarity.js';
import { outputsOf } from '../text/texts-of.js';
import { tokenizerNames, type TokenizerName } from '../text/tokenizers.js';
import { unigramSimilarity } from '../text/unigram.js';

const options = z.object({
  similarity: z
    .enum(['chrf', 'bleu', 'unigram', 'embedding'])
    .default('chrf')
    .describe('How two outputs are compared'),
  tokenizer: z
    .enum(tokenizerNames)
    .default('13a')
    .describe('For bleu: how a text is cut into tokens, under the names of sacreBLEU'),
  'word-order': z
    .int()
    .min(0)
    .max(4)
    .default(0)
    .describe('For chrf: longest word n-gram besides the characters; 2 makes it chrF++'),
  ...embeddingSource,
});

/**
 * Output diversity: an item on which the systems' outputs differ tells the systems apart. Utility = minus the mean
 * similarity of the item's outputs: over unordered pairs of different systems for `unigram` (0 to 1) and `embedding` (dot
 * product of the vectors, a cosine where they have length 1), over all ordered pairs, each output with itself included,
 * for `bleu` and `chrf` (0 to 100). Higher = more different.
 *
 * Every utility depends on its own item alone, so the hashed embedding weighs by term frequency only here.
 * Missing outputs: an error. An empty text is an output.
 *
 * @throws TOO_FEW_SYSTEMS, MISSING_OUTPUT, and for embeddings what their sources throw
 * @remarks Every output is tokenised and counted once: O(N · (characters + S² · n-grams that S outputs share)).
 * Definitions of subset2evaluate 1.0.25 and sacreBLEU 2.6.0.
 */
export const outputDiversity = defineSelector({
  name: 'output-diversity',
  summary: 'Items on which the outputs of the systems differ most.',
  needs: ['outputs'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options,
  async select(dataset, options, context) {
    const systems = dataset.systems.length;
    if (systems < 2) throw tooFewSystems('output-diversity', systems, 2);
    if (options.similarity !== 'embedding') return byText(dataset, textSimilarity(options), context);
    const source: EmbeddingOptions = { ...options, weighting: 'tf' };
    const { rows, from } = await outputVectors(dataset, source, context);
    return { utilities: meanDotProducts(rows, systems).map((similarity) => -similarity), details: { from } };
  },
});

function textSimilarity(options: {
  readonly similarity: string;
  readonly tokenizer: TokenizerName;
  readonly 'word-order': number;
}): TextSimilarity {
  if (options.similarity === 'unigram') return unigramSimilarity();
  if (options.similarity === 'bleu') return bleuSimilarity({ tokenizer: options.tokenizer });
  return chrfSimilarity({ wordOrder: options['word-order'] });
}

function byText(dataset: Dataset, similarity: TextSimilarity, { signal, progress }: SelectionContext) {
  const systems = dataset.systems.length;
  const outputs = outputsOf(dataset);
  const utilities = Float64Array.from({ length: dataset.size }, (_, item) => {
    signal?.throwIfAborted();
    progress?.(item, dataset.size);
    return -similarity(outputs.slice(item * systems, (item + 1) * systems));
  });
  return { utilities };
}
