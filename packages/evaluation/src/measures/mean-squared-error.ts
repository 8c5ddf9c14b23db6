import { defineMeasure, type Standing } from '@goldpan/core';
import { valueTooLarge } from '../errors.js';
import { meanError } from './mean-error.js';

/** @throws VALUE_TOO_LARGE where no double holds the square of a difference, beyond about 1e154 */
export const meanSquaredError = defineMeasure({
  name: 'mean-squared-error',
  title: 'Mean squared error',
  summary: 'Mean squared difference of the system means.',
  direction: 'lower',
  range: [0, Infinity],
  of: (subset, full) => {
    const value = squaredError(subset, full);
    if (value === Infinity) throw valueTooLarge('mean-squared-error', largestError(subset, full));
    return value;
  },
});

/** Infinity where the squares leave the range of doubles. */
export function squaredError(subset: Standing, full: Standing): number {
  return meanError(subset, full, (difference) => difference * difference);
}

/** The largest absolute difference of the means of a system. */
export function largestError(subset: Standing, full: Standing): number {
  return subset.means.reduce((most, mean, system) => Math.max(most, Math.abs(mean - full.means[system])), 0);
}
