import { defineMeasure } from '@goldpan/core';
import { pearson as pearsonOf } from '@goldpan/stats';
import { zeroIfUndefined } from './zero-if-undefined.js';

export const pearson = defineMeasure({
  name: 'pearson',
  title: 'Pearson correlation',
  summary: 'Pearson correlation between system means of subset and full data.',
  direction: 'higher',
  range: [-1, 1],
  of: (subset, full) => zeroIfUndefined(pearsonOf(subset.means, full.means)),
});
