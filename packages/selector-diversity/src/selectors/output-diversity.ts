import { defineSelector, tooFewSystems, z, type Dataset } from '@goldpan/core';
import { embedTexts } from '../embedding/embed-texts.js';
import { embedderFor } from '../embedding/embedder-for.js';
import type { Work } from '../embedding/embedder.js';
import { embeddingSource, type EmbeddingOptions } from '../embedding/embedding-options.js';
import { noVectors } from '../errors.js';
import { meanDotProducts } from '../kernels/mean-dot-products.js';
import { bleuSimilarity } from '../text/bleu.js';
import { chrfSimilarity } from '../text/chrf.js';
import type { TextSimilarity } from '../text/text-similarity.js';
import { outputCells, outputsOf } from '../text/texts-of.js';
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
  missing: z
    .enum(['error', 'skip'])
    .default('error')
    .describe('What to do where an item lacks outputs: error, or skip (compare those it has)'),
  ...embeddingSource(2048),
});

/** Outputs that are embedded at a time. */
const CELLS = 8192;

/**
 * Output diversity: an item on which the systems' outputs differ tells the systems apart. Utility = minus the mean
 * similarity of the item's outputs: over unordered pairs of different systems for `unigram` (0 to 1) and `embedding` (dot
 * product of the vectors, a cosine where they have length 1), over all ordered pairs, each output with itself included,
 * for `bleu` and `chrf` (0 to 100). Higher = more different.
 *
 * Every utility depends on its own item alone, so the hashed embedding weighs by term frequency only here.
 * Missing outputs: an error; with `missing=skip` the outputs that are there are compared, and an item with fewer than two counts
 * as one whose outputs are equal. An empty text is an output. Vectors that came with the data are complete.
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
  async select(dataset, given, context) {
    if (dataset.systems.length < 2) throw tooFewSystems('output-diversity', dataset.systems.length, 2);
    if (given.similarity !== 'embedding') {
      const task = { similarity: textSimilarity(given), equal: given.similarity === 'unigram' ? 1 : 100 };
      return { utilities: byText(dataset, cellsOf(dataset, given.missing), { ...task, ...context }) };
    }
    const { similarities, from } = await byVectors(dataset, given, context);
    // Where nothing could be compared, the outputs count as equal.
    return { utilities: similarities.map((value) => (Number.isNaN(value) ? -1 : -value)), details: { from } };
  },
});

function cellsOf(dataset: Dataset, missing: 'error' | 'skip'): readonly (string | undefined)[] {
  return missing === 'error' ? outputsOf(dataset) : outputCells(dataset);
}

function textSimilarity(given: {
  readonly similarity: string;
  readonly tokenizer: TokenizerName;
  readonly 'word-order': number;
}): TextSimilarity {
  if (given.similarity === 'unigram') return unigramSimilarity();
  if (given.similarity === 'bleu') return bleuSimilarity({ tokenizer: given.tokenizer });
  return chrfSimilarity({ wordOrder: given['word-order'] });
}

interface TextTask extends Work {
  readonly similarity: TextSimilarity;
  /** The similarity of equal outputs. */
  readonly equal: number;
}

function byText(dataset: Dataset, cells: readonly (string | undefined)[], task: TextTask): Float64Array {
  const systems = dataset.systems.length;
  return Float64Array.from({ length: dataset.size }, (_, item) => {
    task.signal?.throwIfAborted();
    task.progress?.(item, dataset.size);
    const outputs = cells
      .slice(item * systems, (item + 1) * systems)
      .filter((output) => output !== undefined);
    return outputs.length < 2 ? -task.equal : -task.similarity(outputs);
  });
}

interface VectorOptions extends Omit<EmbeddingOptions, 'weighting'> {
  readonly missing: 'error' | 'skip';
}

/** Mean dot products, NaN where fewer than two outputs are there; embeds some items at a time. */
async function byVectors(dataset: Dataset, given: VectorOptions, work: Work) {
  const systems = dataset.systems.length;
  const vectors =
    given.embedding === 'auto' || given.embedding === 'data' ? dataset.embeddings?.outputs : undefined;
  if (vectors)
    return { similarities: meanDotProducts(vectors, systems), from: 'outputs, vectors of the data' };
  if (given.embedding === 'data') throw noVectors('outputs');
  const cells = cellsOf(dataset, given.missing);
  const embedder = await embedderFor({ ...given, weighting: 'tf' });
  const similarities = new Float64Array(dataset.size).fill(NaN);
  const step = Math.max(1, Math.floor(CELLS / systems));
  for (let item = 0; item < dataset.size; item += step) {
    work.signal?.throwIfAborted();
    work.progress?.(item, dataset.size);
    const part = cells.slice(item * systems, (item + step) * systems);
    if (part.every((text) => text === undefined)) continue;
    const rows = await embedTexts(embedder, part, { signal: work.signal });
    similarities.set(meanDotProducts(rows, systems, countsOf(part, systems)), item);
  }
  return { similarities, from: `outputs, ${embedder.name}` };
}

/** How many outputs each item has. */
function countsOf(cells: readonly (string | undefined)[], systems: number): Uint32Array {
  const counts = new Uint32Array(cells.length / systems);
  cells.forEach((text, cell) => (counts[Math.floor(cell / systems)] += text === undefined ? 0 : 1));
  return counts;
}
