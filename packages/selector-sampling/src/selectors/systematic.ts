import { defineSelector, metricOption, rankByUtility, z, type Dataset } from '@goldpan/core';
import { designScores, itemLevels, sourceLengths } from '../item-levels.js';
import { systematicSample } from '../kernels/systematic-sample.js';
import { metricNotUsed } from '../metric-not-used.js';
import { sampleOf } from '../sample-of.js';
import { sampleSize } from '../sample-size.js';

const options = z.object({
  by: z
    .enum(['order', 'length', 'metric'])
    .default('order')
    .describe(
      'the order that is gone through: of the input, by length of the source, or by the mean score of an item',
    ),
  metric: metricOption()
    .optional()
    .describe('score column for by=metric; default: the composite of all automatic metrics'),
});

/**
 * Every (N/n)-th item of an order, from a random start: each item with probability n/N, spread evenly from one end of the order
 * to the other. Ties keep input order; an item without scores counts as average. O(N·S).
 *
 * @throws SAM_BUDGET_NOT_IN_ITEMS, SAM_NOTHING_TO_STRATIFY_BY, UNKNOWN_METRIC
 * @remarks Systematic sampling; the order must not repeat itself with the step (documents of equal length do).
 */
export const systematic = defineSelector({
  name: 'systematic',
  summary: 'Evenly spread over an order of the items, from a random start.',
  needs: ['budget'],
  traits: { design: true },
  options,
  select(dataset, given, context) {
    const n = sampleSize('selector "systematic"', context, dataset.size);
    const drawn = systematicSample(orderOf(dataset, given), n, context.rng);
    const sample = sampleOf(
      context.rng.shuffle(drawn),
      new Float64Array(dataset.size).fill(n / dataset.size),
    );
    const { by, metric } = given;
    return metric === undefined || by === 'metric'
      ? sample
      : { ...sample, warnings: metricNotUsed(metric, 'by=metric') };
  },
});

function orderOf(dataset: Dataset, { by, metric }: z.output<typeof options>): Uint32Array {
  if (by === 'length') return rankByUtility(sourceLengths(dataset));
  if (by === 'metric') return rankByUtility(itemLevels(designScores(dataset, metric)));
  return Uint32Array.from({ length: dataset.size }, (_, item) => item);
}
