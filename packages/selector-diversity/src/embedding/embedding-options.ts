import { z } from '@goldpan/core';

/**
 * Where vectors come from; every selector that works on texts has these options.
 *
 * @param dimensions - the default
 */
export const embeddingSource = (dimensions: number) => ({
  embedding: z
    .enum(['auto', 'data', 'hashed', 'model', 'http'])
    .default('auto')
    .describe(
      'Where vectors come from: data (given with the data), hashed (character n-grams, needs no model), model (a local ' +
        'sentence model), http (an OpenAI-compatible endpoint); auto = data where it has them, otherwise hashed',
    ),
  model: z
    .string()
    .optional()
    .describe('For embedding=model: a folder or a name; for http: the name the endpoint knows'),
  'allow-download': z
    .boolean()
    .default(false)
    .describe('For embedding=model: fetch the model when it is not on this machine'),
  cache: z
    .string()
    .optional()
    .describe(
      'For embedding=model and http: the folder that keeps vectors, or "none"; default: in the cache folder of the user',
    ),
  dimensions: z
    .int()
    .min(8)
    .max(2 ** 18)
    .default(dimensions)
    .describe('For embedding=hashed: places that n-grams are hashed to'),
});

/** The same, for selectors that see all the texts at once. */
export const embeddingOptions = (defaults: { dimensions: number; reduce: number }) => ({
  ...embeddingSource(defaults.dimensions),
  weighting: z
    .enum(['tf-idf', 'tf'])
    .default('tf-idf')
    .describe('For embedding=hashed: whether n-grams that few texts have weigh more'),
  reduce: z
    .int()
    .min(0)
    .max(4096)
    .default(defaults.reduce)
    .describe('For embedding=hashed: keep so many principal directions of the vectors; 0 = all places'),
});

export interface EmbeddingOptions {
  readonly embedding: 'auto' | 'data' | 'hashed' | 'model' | 'http';
  readonly model?: string;
  readonly 'allow-download': boolean;
  readonly cache?: string;
  readonly dimensions: number;
  readonly weighting: 'tf-idf' | 'tf';
  readonly reduce?: number;
}
