import type { Measure } from '../measure.js';

/** What a reader must know of a measure to read its values. */
export type DescribedMeasure = Pick<Measure, 'name' | 'title' | 'label' | 'direction' | 'kind' | 'relative'>;

/** The part of a measure that result documents carry. */
export function describeMeasure(measure: Measure): DescribedMeasure {
  const { name, title, label, direction, kind, relative } = measure;
  return { name, title, label, direction, kind, relative };
}
