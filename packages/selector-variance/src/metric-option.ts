import { z } from '@goldpan/core';

/** The option every selector of this package has. */
export const metricOption = z
  .string()
  .optional()
  .describe('score column to work on; may be left out when the data has one automatic metric');
