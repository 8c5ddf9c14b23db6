import { DEFAULT_TARGET, z } from '@goldpan/core';
import { directionOptions, ratingOptions } from '../tables/column-options.js';

/** What judgements that come back are read by. */
export const judgementOptions = z.object({
  key: z.string().describe('the key file that was written with the tasks'),
  items: z
    .string()
    .optional()
    .describe(
      'the item file the tasks were made of: its items are given back, with the judgements; otherwise identifiers and judgements alone',
    ),
  target: z.string().default(DEFAULT_TARGET).describe('score column that the judgements go to'),
  overwrite: z.boolean().default(false).describe('replace judgements that the items have in that column'),
  ...ratingOptions,
  ...directionOptions,
});

export type JudgementOptions = z.infer<typeof judgementOptions>;
