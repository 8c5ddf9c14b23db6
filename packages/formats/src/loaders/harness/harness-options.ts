import { z } from '@goldpan/core';
import { scoreOptions } from '../../tables/column-options.js';

/** Options that all loaders of harness logs have. */
export const harnessOptions = {
  systems: z
    .array(z.string())
    .default([])
    .describe('names of the systems, one per log in the order of the logs; default: as the logs say'),
  metrics: z.array(z.string()).default([]).describe('scores to keep; default: all'),
  ...scoreOptions,
};
