import { mean } from '@goldpan/stats';
import { chosenAt, type Choice } from './choice.js';
import { itemsAt } from './items-at.js';

/**
 * What a chosen item costs over what an item costs on average, as the mean over the sizes: 1 = as much as random selection
 * pays, 1.5 = half as much again. O(shares · N log N).
 *
 * @param costs - one per item, each above 0
 */
export function relativeCost(choice: Choice, costs: Float64Array, shares: readonly number[]): number {
  const average = mean(costs);
  const ratios = shares.map((share, k) => {
    const chosen = chosenAt(choice, k, itemsAt(share, costs.length)).toSorted();
    return mean(Float64Array.from(chosen, (item) => costs[item])) / average;
  });
  return mean(ratios);
}
