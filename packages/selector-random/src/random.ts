import { defineSelector, z } from '@goldpan/core';

/**
 * Random selection: one uniform number per item as its utility, so that every order is equally likely. The baseline that
 * every other selector has to beat, and the only one whose plain mean over the subset is an unbiased estimate.
 *
 * Needs nothing but items. Missing scores do not matter. O(N).
 */
export const random = defineSelector({
  name: 'random',
  summary: 'Every order of the items is equally likely; the baseline to beat.',
  needs: [],
  traits: { nested: true },
  options: z.object({}),
  select: (dataset, _options, { rng }) => ({
    utilities: Float64Array.from({ length: dataset.size }, () => rng.next()),
  }),
});
