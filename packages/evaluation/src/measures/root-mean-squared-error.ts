import { defineMeasure } from '@goldpan/core';
import { meanError } from './mean-error.js';
import { largestError, squaredError } from './mean-squared-error.js';

/** Squares below this have lost bits, being near the smallest double. */
const SMALLEST_EXACT = 2 ** -960;

export const rootMeanSquaredError = defineMeasure({
  name: 'root-mean-squared-error',
  title: 'Root mean squared error',
  summary: 'Root of the mean squared difference of the system means.',
  direction: 'lower',
  range: [0, Infinity],
  of: (subset, full) => {
    const squared = squaredError(subset, full);
    if (squared >= SMALLEST_EXACT && squared < Infinity) return Math.sqrt(squared);
    const largest = largestError(subset, full);
    if (largest === 0) return 0;
    // The squares leave the range of doubles, their root does not: count in units of the largest difference.
    return largest * Math.sqrt(meanError(subset, full, (difference) => (difference / largest) ** 2));
  },
});
