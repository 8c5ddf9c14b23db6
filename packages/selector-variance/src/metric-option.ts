import { metricOption } from '@goldpan/core';

/** The option every selector of this package has. */
export const metric = metricOption()
  .optional()
  .describe('score column to work on; may be left out when the data has one automatic metric');
