import { defineMeasure } from '@goldpan/core';

/**
 * Soft pairwise accuracy: 1 − the mean distance between the p-values of all pairs of systems in the subset and in the full data.
 * What these p-values are, and how they are found, is said at {@link file://./../sign-flip-p-values.ts signFlipPValues}.
 */
export const spa = defineMeasure({
  name: 'spa',
  title: 'Soft pairwise accuracy (SPA)',
  label: 'SPA',
  summary: 'Soft pairwise accuracy: 1 − mean |p in the subset − p in the full data| over pairs of systems.',
  direction: 'higher',
  range: [0, 1],
  of({ flipCounts: inSubset }, { flipCounts: inFull, permutations }) {
    let distance = 0;
    for (let pair = 0; pair < inFull.length; pair++) distance += Math.abs(inSubset[pair] - inFull[pair]);
    return 1 - distance / (permutations * inFull.length);
  },
});
