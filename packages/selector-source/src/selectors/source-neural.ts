import { defineSelector, z } from '@goldpan/core';
import { invalidNeuralModel } from '../errors.js';
import { allSources } from './all-sources.js';

/**
 * Picks items by a neural model of the source alone, such as PreCOMET-* and Sentinel-src-*, exported to ONNX by
 * tools/export-neural and read from a folder on disk. Runs in Node, on the CPU, with the optional package
 * @huggingface/transformers, which is loaded when this selector is used.
 *
 * Sources: N texts, none missing (MISSING_SOURCES); longer ones are cut. Utility: the prediction, its sign turned where the model's
 * card says that low predictions are to be judged sooner. The batch an item falls into may move its utility by a rounding error of
 * 32-bit floats. Ties keep input order. Errors: NEURAL_RUNTIME_MISSING, INVALID_NEURAL_MODEL.
 */
export const sourceNeural = defineSelector({
  name: 'source-neural',
  summary: 'Items that a neural model exported to ONNX (PreCOMET, Sentinel-src) predicts to be useful.',
  needs: ['sources'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({
    model: z.string().min(1).describe('folder of the exported model'),
    'batch-size': z.int().min(1).max(4096).default(16).describe('sources per batch'),
    'max-tokens': z
      .int()
      .min(2)
      .optional()
      .describe('cut sources after this many tokens; default and upper limit: the model card'),
  }),
  async select(dataset, options, { progress, signal }) {
    const sources = allSources(dataset, 'source-neural');
    const { loadRegressor, predictSources } = await import('../node/index.js');
    const regressor = await loadRegressor(options.model, options['max-tokens']);
    try {
      const batchSize = options['batch-size'];
      const predictions = await predictSources(regressor, sources, { batchSize, progress, signal });
      const { name, predicts, direction, licence } = regressor.card;
      const wrong = predictions.findIndex(Number.isNaN);
      if (wrong >= 0)
        throw invalidNeuralModel(options.model, `gave NaN for item ${JSON.stringify(dataset.ids[wrong])}`);
      const utilities = direction === 'higher-first' ? predictions : predictions.map((value) => -value);
      return { utilities, details: { model: { name, predicts, direction, licence } } };
    } finally {
      await regressor.close();
    }
  },
});
