import { defineSelector, metricOption, z, type Dataset } from '@goldpan/core';
import { groupsAlong, groupsBy, type Groups } from '../groups-by.js';
import { designScores, itemLevels, sourceLengths } from '../item-levels.js';
import { inclusionForSize } from '../kernels/inclusion-for-size.js';
import { roundAtRandom } from '../kernels/round-at-random.js';
import { stratumSpread } from '../kernels/stratum-spread.js';
import { metricNotUsed } from '../metric-not-used.js';
import { sampleOf } from '../sample-of.js';
import { sampleSize } from '../sample-size.js';

const options = z.object({
  by: z
    .enum(['domain', 'document', 'length', 'metric'])
    .default('domain')
    .describe('what makes a stratum: a label, or a band of source lengths or of mean scores'),
  strata: z.int().min(2).max(1000).default(5).describe('number of bands, for by=length and by=metric'),
  allocation: z
    .enum(['proportional', 'neyman'])
    .default('proportional')
    .describe('items per stratum in proportion to its size, or to its size × the spread of scores within it'),
  metric: metricOption()
    .optional()
    .describe(
      'score column for bands and spread (a partly judged one too); default: the composite of all automatic metrics',
    ),
});

/**
 * A random sample that has of each stratum its share: in proportion to its size, or (Neyman) to size × the spread of the differences
 * between systems in it, so that strata that tell the systems apart less surely get more.
 *
 * Shares that are no whole number are rounded at random, so that the inclusion probabilities are exact for any budget; strata of which less
 * than one item is due are hit or missed. No stratum is left out: for the allocation its spread counts as a tenth of the
 * largest at least. Items without label are a stratum of their own. Missing cells are passed over. Ties of bands keep input
 * order. O(N·S).
 *
 * @throws SAM_BUDGET_NOT_IN_ITEMS, SAM_NOTHING_TO_STRATIFY_BY, UNKNOWN_METRIC
 * @remarks Neyman (1934). With spread from a metric the allocation is only as good as the metric's.
 */
export const stratified = defineSelector({
  name: 'stratified',
  summary: 'A random sample with its share of every stratum: domain, document, length or score band.',
  needs: ['budget'],
  traits: { design: true },
  options,
  select(dataset, given, context) {
    const n = sampleSize('selector "stratified"', context, dataset.size);
    const strata = strataOf(dataset, given);
    const members = membersOf(strata);
    const inclusion = inclusionForSize(sizesOf(dataset, given, members), n);
    const due = Float64Array.from(members, (items) => items.length * inclusion[items[0]]);
    const counts = roundAtRandom(due, context.rng);
    const drawn = members.flatMap((items, h) =>
      Array.from(context.rng.shuffle(items).subarray(0, counts[h])),
    );
    const sample = sampleOf(context.rng.shuffle(drawn), inclusion);
    const { by, allocation, metric } = given;
    return metric === undefined || by === 'metric' || allocation === 'neyman'
      ? sample
      : { ...sample, warnings: metricNotUsed(metric, 'by=metric or allocation=neyman') };
  },
});

function strataOf(dataset: Dataset, { by, strata, metric }: z.output<typeof options>): Groups {
  const count = Math.min(strata, dataset.size);
  if (by === 'length') return groupsAlong(sourceLengths(dataset), count);
  if (by === 'metric') return groupsAlong(itemLevels(designScores(dataset, metric)), count);
  return groupsBy(dataset, by);
}

function membersOf({ groups, count }: Groups): Uint32Array[] {
  const lists = Array.from({ length: count }, (): number[] => []);
  groups.forEach((group, item) => lists[group].push(item));
  return lists.filter((list) => list.length > 0).map((list) => Uint32Array.from(list));
}

/** The size of each item: the same for all, or the spread of its stratum. */
function sizesOf(
  dataset: Dataset,
  { allocation, metric }: z.output<typeof options>,
  members: readonly Uint32Array[],
): Float64Array {
  const sizes = new Float64Array(dataset.size).fill(1);
  if (allocation === 'proportional') return sizes;
  const scores = designScores(dataset, metric);
  const spreads = members.map((items) => stratumSpread(scores, items));
  const largest = Math.max(...spreads);
  members.forEach((items, h) => {
    for (const item of items) sizes[item] = largest > 0 ? Math.max(spreads[h] / largest, LEAST) : 1;
  });
  return sizes;
}

/** The smallest size that a stratum can have, as a share of the largest. */
const LEAST = 0.1;
