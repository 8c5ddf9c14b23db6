import { defineCostModel, z } from '@goldpan/core';
import { noCosts } from '../errors.js';
import { judgementsOption } from './judgements-option.js';

/**
 * What the data says itself: the field `cost` of every item, times `judgements`. An item without a cost is refused by
 * name, and so is one that costs 0 or less. O(N).
 *
 * @throws NO_COSTS when no item has the field
 */
export const field = defineCostModel({
  name: 'field',
  summary: 'The field "cost" of every item.',
  options: z.object({
    unit: z.string().min(1).default('units').describe('What the field is counted in, such as seconds.'),
    judgements: judgementsOption,
  }),
  costs: (dataset, { unit, judgements: asked }) => {
    const judgements = asked ?? 1;
    if (dataset.costs === undefined) throw noCosts('field', 'costs (field "cost")');
    return { values: dataset.costs.map((cost) => cost * judgements), unit, judgements };
  },
});
