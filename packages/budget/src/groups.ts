import type { Dataset } from '@goldpan/core';
import type { GroupColumn } from './constraints.js';
import { missingGroup } from './errors.js';

/** The items of a dataset by one of its columns. */
export interface Groups {
  /** One label per group, in the order of their first item. */
  readonly labels: readonly string[];
  /** The group of every item. */
  readonly of: Int32Array;
}

/**
 * Groups items by a column. An item without a document is a group of its own; an item without a domain is refused.
 * O(N).
 *
 * @param constraint - what needs the column, for the error text
 * @throws MISSING_GROUP
 */
export function groupItems(dataset: Dataset, column: GroupColumn, constraint: string): Groups {
  const values = column === 'doc' ? dataset.documents : dataset.domains;
  if (values === undefined) throw missingGroup(constraint, column, undefined);
  const labels: string[] = [];
  const numbers = new Map<string, number>();
  const of = Int32Array.from({ length: dataset.size }, (_, item) => {
    const label = values[item];
    if (label === undefined && column === 'domain')
      throw missingGroup(constraint, column, nameOf(dataset, item));
    // A document may be called like the label of an item without one, so only named groups are looked up.
    const known = label === undefined ? undefined : numbers.get(label);
    if (known !== undefined) return known;
    if (label !== undefined) numbers.set(label, labels.length);
    return labels.push(label ?? nameOf(dataset, item)) - 1;
  });
  return { labels, of };
}

function nameOf(dataset: Dataset, item: number): string {
  return `item ${JSON.stringify(dataset.ids[item])}`;
}
