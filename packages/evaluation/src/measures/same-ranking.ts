import { defineMeasure } from '@goldpan/core';
import { shareOfPairs } from './share-of-pairs.js';

/** 1 when every pair of systems is ordered alike, ties included. */
export const sameRanking = defineMeasure({
  name: 'same-ranking',
  title: 'Same ranking',
  summary: 'Is every pair of systems ordered as in the full data, ties included?',
  direction: 'higher',
  range: [0, 1],
  kind: 'predicate',
  of: (subset, full) =>
    Number(shareOfPairs(subset, full, (inSubset, inFull) => Math.sign(inSubset) === Math.sign(inFull)) === 1),
});
