import { defineSelector, itemsOfShare, z, type SelectorResult } from '@goldpan/core';
import { featureOptions, itemVectors } from '../embedding/item-vectors.js';
import { farthestFirst } from '../kernels/farthest-first.js';

/**
 * k-center: the next item is always the one farthest from all items so far, so that no corner of the test set is left
 * without one. Begins with the items that are judged already, or with the one nearest to the mean of all. For every budget
 * the greatest distance from any item to the nearest chosen one is at most twice the smallest possible.
 *
 * Far-off items come first, broken ones among them: `outliers` passes over that share of the farthest at every step. How
 * near to the best the choice is then has no guarantee.
 *
 * Weight = how many items are nearest to the chosen one. Details, with a budget in items: `radius`, the greatest distance of
 * any item to the nearest one chosen or judged; with outliers also `radiusWithoutOutliers`, the same but for as many of the
 * farthest items. Items judged already are not chosen.
 *
 * @throws what `itemVectors` throws
 * @remarks Gonzalez 1985; as a choice of items to label: Sener and Savarese 2018. Euclidean distances between vectors as they
 * are. O(budget · N · dimensions), a budget of all N items when there is none.
 */
export const kCenter = defineSelector({
  name: 'k-center',
  summary: 'Always the item farthest from those judged or chosen so far, so that no corner is left out.',
  needs: [],
  traits: { deterministic: true, nested: true, extendsJudged: true },
  options: z.object({
    outliers: z
      .number()
      .min(0)
      .lt(1)
      .default(0)
      .describe('Share of the items that is passed over as too far off at every step, such as 0.01'),
    ...featureOptions,
  }),
  async select(dataset, options, context): Promise<SelectorResult> {
    const { budget } = context;
    const covered = [...new Set(context.judged)];
    const { rows, from } = await itemVectors('k-center', dataset, options, context);
    const open = dataset.size - covered.length;
    const count = Math.min(budget?.items ?? open, open);
    const outliers = itemsOfShare(dataset.size, options.outliers);
    const { order, distances, nearest } = farthestFirst(rows, { count, covered, outliers });
    const weights = new Float64Array(dataset.size);
    for (const position of nearest) if (position >= 0) weights[order[position]]++;
    const all = Uint32Array.from([...order, ...restOf(order, dataset.size)]);
    if (budget?.items === undefined) return { ranking: all, details: { from } };
    const [radius, ...others] = distances.sort().reverse();
    const withoutOutliers = outliers > 0 && { radiusWithoutOutliers: others[outliers - 1] };
    return { chosen: order, weights, details: { from, radius, ...withoutOutliers } };
  },
});

/** The other items, in input order. */
function restOf(order: Uint32Array, size: number): Uint32Array {
  const isTaken = new Uint8Array(size);
  for (const item of order) isTaken[item] = 1;
  return Uint32Array.from({ length: size }, (_, item) => item).filter((item) => !isTaken[item]);
}
