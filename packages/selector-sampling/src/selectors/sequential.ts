import { defineSelector, selectorOption, z, type Dataset, type SelectionContext } from '@goldpan/core';
import { groupsBy } from '../groups-by.js';
import { cappedSizes } from '../kernels/capped-sizes.js';
import { eliminationOrder } from '../kernels/elimination-order.js';
import { inclusionForSize } from '../kernels/inclusion-for-size.js';
import { sizeMeasure } from '../kernels/size-measure.js';
import { sampleOf } from '../sample-of.js';
import { sampleSize } from '../sample-size.js';
import { unmetCap } from '../unmet-cap.js';
import { utilitiesOf } from '../utilities-of.js';

const options = z.object({
  utility: selectorOption()
    .optional()
    .describe(
      'the selector whose utility makes items likelier: a name, or {"selector": name, "options": {…}}; default: all alike',
    ),
  sharpness: z.number().min(0).max(100).default(6).describe('how much likelier: 0 = all alike'),
  floor: z
    .number()
    .gt(0)
    .max(1)
    .default(0.1)
    .describe('the least likely item is drawn with at least this share of the probability of the likeliest'),
  'cap-by': z
    .enum(['domain', 'document'])
    .optional()
    .describe('kinds of items of which none may make up more than the share "cap" of the sample'),
  cap: z.number().gt(0).max(1).default(0.5).describe('largest expected share of one kind, with "cap-by"'),
});

/**
 * A list of which every beginning is a probability sample: the first k items, for any k, have inclusion probabilities min(1, c·size)
 * that add up to k, exactly. Judging may stop anywhere, and estimates know the weights.
 *
 * Sizes are all alike, or a sigmoid of the rank of another selector's utility (`sizeMeasure`). With a budget of n items the selection
 * carries the inclusion probabilities of a sample of n, and 1/probability as weights. A cap that cannot be met is met as far as can be, with a warning. Missing scores: as the other selector has it.
 * No ties. O(N log N) beside the other selector.
 *
 * @throws SAM_BUDGET_NOT_IN_ITEMS, SAM_SIZE_NOT_USABLE, UNKNOWN_SELECTOR and what the other selector throws
 * @remarks Elimination procedure of Tillé (Biometrika 83, 1996). Sequential Poisson sampling (Ohlsson, 1998) also has valid
 * beginnings, but reaches its probabilities only approximately in small pools.
 */
export const sequential = defineSelector({
  name: 'sequential',
  summary: 'A random list of which every beginning is a sample with known inclusion probabilities.',
  needs: [],
  traits: { nested: true, design: true },
  options,
  async select(dataset, given, context) {
    const sizes = await sizesOf(dataset, given, context);
    const ranking = eliminationOrder(sizes, context.rng);
    const n = sampleSize('selector "sequential"', context, dataset.size);
    const inclusion = inclusionForSize(sizes, n);
    const sample = { ...sampleOf(ranking.subarray(0, n), inclusion), ranking };
    const { 'cap-by': by, cap: most } = given;
    return by === undefined ? sample : { ...sample, warnings: unmetCap(dataset, { by, most }, inclusion) };
  },
});

async function sizesOf(
  dataset: Dataset,
  { utility, sharpness, floor, 'cap-by': capBy, cap }: z.output<typeof options>,
  context: SelectionContext,
): Promise<Float64Array> {
  const sizes =
    utility === undefined
      ? new Float64Array(dataset.size).fill(1)
      : sizeMeasure(await utilitiesOf(dataset, utility, context), { sharpness, floor });
  return capBy === undefined ? sizes : cappedSizes(sizes, groupsBy(dataset, capBy).groups, cap);
}
