import { defineCostModel, fileOption, z } from '@goldpan/core';
import { itemLengths, type LengthOf } from '../item-lengths.js';
import { judgementsOption } from './judgements-option.js';

/** The plain JSON of a fitted cost model; what `fitCost` learns and `goldpan fit-cost` writes. */
export const costFit = z.object({
  kind: z.literal('goldpan-cost-model'),
  unit: z.string().min(1),
  count: z.enum(['words', 'characters']),
  fixed: z.number().nonnegative(),
  perSource: z.number().nonnegative(),
  perOutput: z.number().nonnegative(),
  least: z.number().positive(),
  items: z.number().int().positive(),
  r2: z.number(),
  medianError: z.number().nonnegative(),
});

/**
 * A cost model as JSON: cost = max(least, fixed + perSource · length of the source + perOutput · length of all outputs).
 * `items`, `r2` and `medianError` say what it was fitted on and how well it fits.
 */
export type CostFit = z.infer<typeof costFit>;

/**
 * What a fit on returned annotation times predicts, times `judgements`. An item without the texts the fit goes by is
 * refused by name. O(length of all texts).
 *
 * @throws NO_COSTS when the data has no such texts
 */
export const fitted = defineCostModel({
  name: 'fitted',
  summary: 'A model learned from annotation times with `goldpan fit-cost`.',
  options: z.object({
    model: fileOption(costFit).describe('The JSON that `goldpan fit-cost` wrote.'),
    judgements: judgementsOption,
  }),
  costs: (dataset, { model, judgements: asked }) => {
    const judgements = asked ?? 1;
    const of = textsOf(model);
    const lengths = of && itemLengths(dataset, { model: 'fitted', of, count: model.count });
    const predicted = predictCosts(model, { size: dataset.size, ...lengths });
    return { values: predicted.map((cost) => cost * judgements), unit: model.unit, judgements };
  },
});

/** Predicted costs from lengths already measured. O(N). */
export function predictCosts(
  model: Pick<CostFit, 'fixed' | 'perSource' | 'perOutput' | 'least'>,
  lengths: { size: number; source?: Float64Array; outputs?: Float64Array },
): Float64Array {
  const { fixed, perSource, perOutput, least } = model;
  return Float64Array.from({ length: lengths.size }, (_, item) => {
    const source = perSource > 0 ? perSource * lengths.source![item] : 0;
    const outputs = perOutput > 0 ? perOutput * lengths.outputs![item] : 0;
    return Math.max(least, fixed + source + outputs);
  });
}

/** The texts a fit goes by; none where it found no use for lengths. */
function textsOf({ perSource, perOutput }: CostFit): LengthOf | undefined {
  if (perSource > 0 && perOutput > 0) return 'both';
  if (perOutput > 0) return 'outputs';
  return perSource > 0 ? 'source' : undefined;
}
