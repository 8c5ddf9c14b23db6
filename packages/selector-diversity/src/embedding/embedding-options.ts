import { z } from '@goldpan/core';

/** Where vectors come from; every selector that works on texts has these options. */
export const embeddingSource = {
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
  dimensions: z.int().min(8).max(65536).default(512).describe('For embedding=hashed: length of the vectors'),
};

/** The same, for selectors that see all the texts at once. */
export const embeddingOptions = {
  ...embeddingSource,
  weighting: z
    .enum(['tf-idf', 'tf'])
    .default('tf-idf')
    .describe('For embedding=hashed: whether n-grams that few texts have weigh more'),
  reduce: z
    .int()
    .min(2)
    .optional()
    .describe('For embedding=hashed: keep this many principal directions of the vectors'),
};

export interface EmbeddingOptions {
  readonly embedding: 'auto' | 'data' | 'hashed' | 'model' | 'http';
  readonly model?: string;
  readonly 'allow-download': boolean;
  readonly cache?: string;
  readonly dimensions: number;
  readonly weighting: 'tf-idf' | 'tf';
  readonly reduce?: number;
}
