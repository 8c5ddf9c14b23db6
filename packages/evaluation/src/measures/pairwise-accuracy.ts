import { defineMeasure } from '@goldpan/core';
import { shareOfPairs } from './share-of-pairs.js';

/** The share of pairs a < b for which "a scores below b" is true on both sides or on neither. */
export const pairwiseAccuracy = defineMeasure({
  name: 'pairwise-accuracy',
  title: 'Pairwise accuracy',
  summary: 'Share of pairs of systems that the means order as in the full data.',
  direction: 'higher',
  range: [0, 1],
  of: (subset, full) => shareOfPairs(subset, full, (inSubset, inFull) => inSubset < 0 === inFull < 0),
});
