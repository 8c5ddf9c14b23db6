import { z } from '@goldpan/core';

/** Which kind of file a model is, and in which version. */
export const MODEL_FORMAT = 'goldpan-source-model/1';

const count = z.int().min(0);
const numbers = z.array(z.number());

/** The shape of a model file: plain JSON. */
export const sourceModelSchema = z.strictObject({
  format: z.literal(MODEL_FORMAT),
  /** What was learned, in words. */
  utility: z.string(),
  direction: z.literal('higher-first'),
  licence: z.string(),
  training: z.array(z.strictObject({ name: z.string(), sha256: z.string(), items: count, groups: count })),
  scale: z.enum(['rank', 'zscore']),
  seed: z.number(),
  features: z.strictObject({
    bits: z.int().min(8).max(20),
    characters: z.tuple([count, count]),
    words: count,
    surface: z.array(z.string()),
    embedding: count,
  }),
  /** What made the embeddings; there where `features.embedding` is above 0. */
  embedder: z.string().min(1).optional(),
  penalty: z.number(),
  validation: z.strictObject({
    grouping: z.enum(['data set', 'document']),
    folds: count,
    groups: count,
    /** Spearman correlation of held-out predictions with utilities within data sets; 95 % interval. */
    rankCorrelation: z.number(),
    low: z.number(),
    high: z.number(),
    byPenalty: z.array(z.strictObject({ penalty: z.number(), rankCorrelation: z.number() })),
  }),
  /** Number of training sources. */
  sources: count,
  /** Per bucket of the hashed n-grams, the training sources that have one in it. */
  documentFrequencies: z.array(count),
  surfaceMeans: numbers,
  surfaceDeviations: numbers,
  /** Buckets, then surface features, then the embedding. */
  weights: numbers,
  /** SHA-256 of the rest as JSON with sorted keys. */
  checksum: z.string(),
});

/** A trained regressor of utility on source texts, with all that is needed to judge and to use it. */
export type SourceModel = Readonly<z.infer<typeof sourceModelSchema>>;

/** Whether cross-validation found that the model knows something: the interval of its rank correlation lies above zero. */
export function isReliable({ validation }: SourceModel): boolean {
  return validation.low > 0;
}
