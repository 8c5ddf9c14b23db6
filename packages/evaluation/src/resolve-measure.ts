import { unknownMeasure, type Measure } from '@goldpan/core';
import { measures as builtIn } from './measures/index.js';

/**
 * The measure of a name; a measure itself stays as it is.
 *
 * @param measures - those that are known; default: `measures` of this package
 * @throws UNKNOWN_MEASURE, with the nearest name
 *
 * @example
 * ```ts
 * import { resolveMeasure } from '@goldpan/evaluation';
 *
 * resolveMeasure('mean-absolute-error').direction; // → 'lower'
 * resolveMeasure('kendal'); // throws UNKNOWN_MEASURE
 * ```
 */
export function resolveMeasure(measure: string | Measure, measures: readonly Measure[] = builtIn): Measure {
  if (typeof measure !== 'string') return measure;
  const found = measures.find(({ name }) => name === measure);
  if (found !== undefined) return found;
  throw unknownMeasure(
    measure,
    measures.map(({ name }) => name),
  );
}
