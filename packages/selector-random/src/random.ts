import { defineSelector, rankByUtility, z } from '@goldpan/core';

/**
 * Random selection: one uniform number per item as its utility, so that every order is equally likely. The baseline that
 * every other selector has to beat, and the only one whose plain mean over the subset is an unbiased estimate.
 *
 * With a budget of n items each has the inclusion probability n/N, and every chosen one the weight N/n. What a budget in cost buys of a
 * random order depends on the costs: it has none. Needs nothing but items. Missing scores do not matter. O(N).
 */
export const random = defineSelector({
  name: 'random',
  summary: 'Every order of the items is equally likely; the baseline to beat.',
  needs: [],
  traits: { nested: true },
  options: z.object({}),
  select({ size }, _options, { rng, budget }) {
    const utilities = Float64Array.from({ length: size }, () => rng.next());
    if (budget?.items === undefined || budget.cost !== undefined) return { utilities };
    const probability = Math.min(1, budget.items / size);
    const ranking = rankByUtility(utilities);
    const weights = new Float64Array(size);
    for (const item of ranking.subarray(0, budget.items)) weights[item] = 1 / probability;
    return { utilities, ranking, inclusion: new Float64Array(size).fill(probability), weights };
  },
});
