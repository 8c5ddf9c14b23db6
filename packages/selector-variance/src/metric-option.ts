import { metricOption, type z } from '@goldpan/core';

/** The option every selector of this package has. */
export const metric: z.ZodOptional<z.ZodString> = metricOption()
  .optional()
  .describe('score column to work on; may be left out when the data has one automatic metric');
