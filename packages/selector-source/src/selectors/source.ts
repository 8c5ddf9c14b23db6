import { defineSelector, fileOption, type Dataset, type Warning, z } from '@goldpan/core';
import { missingSourceVectors } from '../errors.js';
import { readSourceModel } from '../model/read-source-model.js';
import { isReliable, type SourceModel } from '../model/source-model.js';
import { sourceScorer } from '../model/source-scorer.js';
import { allSources } from './all-sources.js';

/**
 * Picks items by what a model trained on past evaluations (see `trainSourceModel`) predicts from the source texts alone.
 *
 * Sources: N texts, none missing (MISSING_SOURCES); an empty text is a text. Utility: what the model learned, in standard
 * deviations, higher is better; only the order means something. The model's checksum is verified (INVALID_SOURCE_MODEL); a model
 * trained with embeddings needs embeddings of the same length (MISSING_SOURCE_VECTORS). `details` say where the model comes from; a warning
 * (UNRELIABLE_SOURCE_MODEL) says when cross-validation could not tell it from chance. Ties keep input order. O(total length).
 */
export const source = defineSelector({
  name: 'source',
  summary: 'Items that a model trained on past evaluations predicts to be useful, from their sources alone.',
  needs: ['sources'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({
    model: fileOption().describe(
      'the trained model: the parsed JSON of the file that `goldpan train-source` wrote',
    ),
  }),
  async select(dataset, options, { progress, signal }) {
    const sources = allSources(dataset, 'source');
    const model = await readSourceModel(options.model);
    const vectorOf = sourceVectors(dataset, model);
    const score = sourceScorer(model);
    const utilities = new Float64Array(dataset.size);
    for (let item = 0; item < dataset.size; item++) {
      utilities[item] = score(sources[item], vectorOf(item));
      if (item % 10_000 !== 9_999) continue;
      progress?.(item + 1, dataset.size);
      signal?.throwIfAborted();
    }
    return { utilities, ...remarksOn(model) };
  },
  async poolScorer(options) {
    const model = await readSourceModel(options.model);
    if (model.features.embedding > 0) return undefined;
    return { score: sourceScorer(model), ...remarksOn(model) };
  },
});

/** Gives the embedding of an item; of nothing where the model needs none. */
function sourceVectors(
  dataset: Dataset,
  { features: { embedding: length }, embedder }: SourceModel,
): (item: number) => ArrayLike<number> | undefined {
  if (length === 0) return () => undefined;
  const table = dataset.embeddings?.sources;
  if (table?.dimensions !== length) {
    const needed = `${length} numbers, made by ${JSON.stringify(embedder)},`;
    throw missingSourceVectors('the source model', needed, table?.dimensions);
  }
  return (item) => table.values.subarray(item * length, (item + 1) * length);
}

/** Where the model comes from, and a warning where its training data could not tell it from chance. */
function remarksOn(model: SourceModel) {
  return { ...(!isReliable(model) && { warnings: [unreliable(model)] }), details: detailsOf(model) };
}

function unreliable({ validation: { rankCorrelation, low, high } }: SourceModel): Warning {
  return {
    code: 'UNRELIABLE_SOURCE_MODEL',
    text:
      `the source model predicts held-out items no better than chance as far as its training data can tell ` +
      `(rank correlation ${rankCorrelation.toFixed(2)}, 95% interval ${low.toFixed(2)} to ${high.toFixed(2)})`,
  };
}

function detailsOf(model: SourceModel) {
  const { utility, direction, licence, embedder, checksum, training, validation } = model;
  const { rankCorrelation, low, high, grouping } = validation;
  return {
    model: {
      utility,
      direction,
      licence,
      ...(embedder !== undefined && { embedder }),
      checksum,
      training: training.map(({ name }) => name),
    },
    validation: { rankCorrelation, low, high, grouping },
  };
}
