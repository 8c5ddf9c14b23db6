import { defineMeasure } from '@goldpan/core';
import { kendallTauB } from '@goldpan/stats';
import { zeroIfUndefined } from './zero-if-undefined.js';

export const kendall = defineMeasure({
  name: 'kendall',
  title: 'Kendall’s tau-b',
  summary: "Kendall's tau-b between system means of subset and full data.",
  direction: 'higher',
  range: [-1, 1],
  of: (subset, full) => zeroIfUndefined(kendallTauB(subset.means, full.means)),
});
