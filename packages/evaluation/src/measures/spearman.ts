import { defineMeasure } from '@goldpan/core';
import { spearman as spearmanOf } from '@goldpan/stats';
import { zeroIfUndefined } from './zero-if-undefined.js';

export const spearman = defineMeasure({
  name: 'spearman',
  title: 'Spearman correlation',
  summary: 'Spearman correlation between system means of subset and full data.',
  direction: 'higher',
  range: [-1, 1],
  of: (subset, full) => zeroIfUndefined(spearmanOf(subset.means, full.means)),
});
