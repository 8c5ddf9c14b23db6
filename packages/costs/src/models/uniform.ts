import { defineCostModel, z } from '@goldpan/core';

/** Every item costs the same: 1 item unless `each` says what a judgement costs. O(N). */
export const uniform = defineCostModel({
  name: 'uniform',
  summary: 'Every item costs the same.',
  options: z.object({
    each: z.number().positive().default(1).describe('What an item costs.'),
    unit: z.string().min(1).default('items').describe('What costs are counted in.'),
  }),
  costs: (dataset, { each, unit }) => ({ values: new Float64Array(dataset.size).fill(each), unit }),
});
