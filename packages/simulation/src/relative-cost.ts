import { mean } from '@goldpan/stats';
import { itemsAt } from './items-at.js';
import type { Choice } from './job.js';

/**
 * What a chosen item costs over what an item costs on average, as the mean over the sizes: 1 = as much as random selection
 * pays, 1.5 = half as much again. O(shares · N).
 *
 * @param costs - one per item, each above 0
 */
export function relativeCost(choice: Choice, costs: Float64Array, shares: readonly number[]): number {
  const average = mean(costs);
  const ratios = shares.map((share, k) => {
    const size = itemsAt(share, costs.length);
    const chosen = costs.filter((_, item) =>
      'places' in choice ? choice.places[item] < size : choice.members[k * costs.length + item] === 1,
    );
    return mean(chosen) / average;
  });
  return mean(ratios);
}
