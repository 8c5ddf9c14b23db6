import { defineMeasure } from '@goldpan/core';

/** 1 when no system has a higher full-data mean than the one the subset puts first. */
export const sameBest = defineMeasure({
  name: 'same-best',
  title: 'Same best system',
  summary: 'Is the system that the subset puts first the best of the full data?',
  direction: 'higher',
  range: [0, 1],
  kind: 'predicate',
  of: (subset, full) => Number(full.means[subset.order[0]] === full.means[full.order[0]]),
});
