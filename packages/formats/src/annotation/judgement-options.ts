import { DEFAULT_TARGET, z } from '@goldpan/core';
import { directionOptions, ratingOptions } from '../tables/column-options.js';
import { fieldOptions } from './sheets/field-options.js';

/** What judgements that come back are read by. */
export const judgementOptions = z.object({
  key: z
    .string()
    .optional()
    .describe('the key file that was written with the tasks; without it they were not handed out by Goldpan'),
  items: z
    .string()
    .optional()
    .describe(
      'the item file the tasks were made of: its items are given back, with the judgements; otherwise identifiers and judgements alone',
    ),
  target: z.string().default(DEFAULT_TARGET).describe('score column that the judgements go to'),
  overwrite: z
    .boolean()
    .default(false)
    .describe(
      'replace the judgements of all raters, and the scores, that the items have in that column of the outputs that were judged',
    ),
  ...fieldOptions,
  ...ratingOptions,
  ...directionOptions,
});

export type JudgementOptions = z.infer<typeof judgementOptions>;
