import type { Dataset, TextColumn } from '../dataset.js';
import { missingGroup } from '../errors.js';
import type { GroupBounds } from './constraints.js';
import { lengthBands } from './length-bands.js';

/** The items of a dataset by one of its columns. */
export interface Groups {
  readonly column: string;
  /** One label per group, in the order of their first item. */
  readonly labels: readonly string[];
  /** The group of every item. */
  readonly of: Int32Array;
}

/**
 * Groups items by a column: `domain`, `doc`, `length` (bands of the source's length in characters), or a further field of the items
 * that the dataset keeps. An item without a document is a document of its own; an item without a value of any other column is refused.
 * O(N); with bands of length O(N · log N).
 *
 * @param constraint - what needs the column, for the error text
 * @throws MISSING_GROUP
 */
export function groupItems(
  dataset: Dataset,
  { column, bands }: Pick<GroupBounds, 'column' | 'bands'>,
  constraint: string,
): Groups {
  const values = columnOf(dataset, column, bands);
  if (values === undefined) throw missingGroup(constraint, column, undefined);
  const labels: string[] = [];
  const numbers = new Map<string | undefined, number>();
  const of = Int32Array.from({ length: dataset.size }, (_, item) => {
    const label = values[item];
    if (label === undefined && column !== 'doc')
      throw missingGroup(constraint, column, nameOf(dataset, item));
    const known = numbers.get(label);
    if (known !== undefined) return known;
    // An item without a document is of no document, not even of one that is called like it.
    if (label !== undefined) numbers.set(label, labels.length);
    return labels.push(label ?? nameOf(dataset, item)) - 1;
  });
  return { column, labels, of };
}

function columnOf(dataset: Dataset, column: string, bands?: number): TextColumn | undefined {
  if (column === 'doc') return dataset.documents;
  if (column === 'domain') return dataset.domains;
  if (column === 'length') return dataset.sources && lengthBands(dataset.sources, bands);
  return dataset.columns?.get(column);
}

function nameOf(dataset: Dataset, item: number): string {
  const origin = dataset.origin?.(item);
  return `item ${JSON.stringify(dataset.ids[item])}${origin === undefined ? '' : ` (${origin})`}`;
}
