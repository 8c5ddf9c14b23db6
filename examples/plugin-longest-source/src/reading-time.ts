import { defineCostModel, z } from '@goldpan/core';
import { sourceWords } from './source-words.js';

/**
 * Minutes that a judge needs: a fixed time per item, and the time to read the source and every output, taken to be as long
 * as the source. An item without a source is an error (LONGEST_SOURCE_MISSING).
 */
export const readingTime = defineCostModel({
  name: 'reading-time',
  summary: 'Minutes to read the source and as many outputs, and to judge.',
  options: z.object({
    speed: z.number().positive().default(200).describe('words read in a minute'),
    start: z.number().positive().default(0.5).describe('minutes per item beside reading'),
  }),
  costs: (dataset, { speed, start }) => ({
    values: Float64Array.from(
      dataset.ids,
      (_, item) => start + (sourceWords(dataset, item) * (1 + dataset.systems.length)) / speed,
    ),
    unit: 'minutes',
  }),
});
