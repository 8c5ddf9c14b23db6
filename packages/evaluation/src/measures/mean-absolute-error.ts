import { defineMeasure } from '@goldpan/core';
import { meanError } from './mean-error.js';

export const meanAbsoluteError = defineMeasure({
  name: 'mean-absolute-error',
  title: 'Mean absolute error',
  summary: 'Mean absolute difference of the system means.',
  direction: 'lower',
  range: [0, Infinity],
  of: (subset, full) => meanError(subset, full, Math.abs),
});
