import { z } from '@goldpan/core';

/**
 * How many outputs of an item are judged. Costs known per output are multiplied by it, so that a budget covers all
 * cells of an item. Judging another number of systems for each item would replace this one number by one per item.
 */
export const judgementsOption = z
  .number()
  .int()
  .positive()
  .default(1)
  .describe('How many outputs of an item are judged; the cost of one is multiplied by it.');
