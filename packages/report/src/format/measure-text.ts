import type { DescribedMeasure } from '@goldpan/core';
import { formatCount, formatMeasure } from './numbers.js';

/** A measure as a document describes it; of one that it does not describe, only the name is known. */
export type KnownMeasure = Pick<DescribedMeasure, 'name' | 'title' | 'label'> & Partial<DescribedMeasure>;

/** What a document says of a measure. */
export function measureOf(
  { measures = [] }: { readonly measures?: readonly DescribedMeasure[] },
  name: string,
): KnownMeasure {
  return measures.find((one) => one.name === name) ?? { name, title: name, label: name };
}

/** Which way a measure goes, as notes of a chart; none where that is not known. */
export function directionNotes({ direction, relative = true }: KnownMeasure): string[] {
  if (direction === undefined || !relative) return [];
  return [direction === 'lower' ? 'Lower is better.' : 'Higher is better.'];
}

/** One value of a measure: `yes` or `no` where it is a question, a count where it counts. */
export function measureValue({ kind }: KnownMeasure, value: number | null | undefined): string {
  if (kind === 'predicate' && (value === 0 || value === 1)) return value === 1 ? 'yes' : 'no';
  if (kind === 'count' && Number.isInteger(value)) return formatCount(value!);
  return formatMeasure(value);
}
