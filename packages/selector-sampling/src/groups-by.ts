import { rankByUtility, type Dataset } from '@goldpan/core';
import { nothingToStratifyBy } from './errors.js';

/** Items in groups. */
export interface Groups {
  /** Shape (N): the number of each item's group, from 0, in order of first appearance. */
  readonly groups: Uint32Array;
  /** How many groups there are. */
  readonly count: number;
}

/**
 * Groups by a column of labels; items without a label are a group of their own.
 *
 * @throws SAM_NOTHING_TO_STRATIFY_BY when no item has a label. O(N)
 */
export function groupsBy(dataset: Dataset, column: 'domain' | 'document'): Groups {
  const labels = column === 'domain' ? dataset.domains : dataset.documents;
  if (labels === undefined || labels.every((label) => label === undefined))
    throw nothingToStratifyBy(`a ${column}`);
  const numbers = new Map<string | undefined, number>();
  const groups = Uint32Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
  return { groups, count: numbers.size };
}

/** Groups of about equal size along a number per item: the lowest values are group 0. Ties keep input order. O(N) */
export function groupsAlong(values: Float64Array, count: number): Groups {
  const descending = rankByUtility(values);
  const groups = new Uint32Array(values.length);
  descending.forEach((item, rank) => {
    groups[item] = Math.floor(((values.length - 1 - rank) * count) / values.length);
  });
  return { groups, count };
}
