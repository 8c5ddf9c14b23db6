import { defineMeasure } from '@goldpan/core';

/** 1 − r/(S − 1), r the 0-based place, in the full ranking, of the system the subset puts first. */
export const topPercentile = defineMeasure({
  name: 'top-percentile',
  title: 'Place of the best system',
  summary: 'Place, in the full data, of the system the subset puts first: 1 = best, 0 = worst.',
  direction: 'higher',
  range: [0, 1],
  of: (subset, full) => 1 - full.order.indexOf(subset.order[0]) / (full.order.length - 1),
});
