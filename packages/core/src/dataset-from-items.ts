import { DatasetBuilder, type DatasetBuilderOptions } from './dataset-builder.js';
import type { Dataset } from './dataset.js';

/** An item as a plain object: the shape of the item JSON lines, which Goldpan shares with subset2evaluate. */
export interface Item {
  readonly id?: string | number;
  readonly i?: string | number;
  readonly src?: string | null;
  readonly ref?: string | null;
  readonly tgt?: Readonly<Record<string, string | null>>;
  readonly scores?: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  readonly doc?: string | number | null;
  readonly domain?: string | null;
  readonly cost?: number | null;
  /** Any further field. */
  readonly [field: string]: unknown;
  readonly embedding?: {
    readonly src?: readonly number[];
    readonly tgt?: Readonly<Record<string, readonly number[]>>;
  };
}

/**
 * A dataset from items in memory. The items are read, not kept and not changed. O(cells).
 *
 * @param options - `columns`: further fields of the items that the dataset keeps
 * @throws INVALID_ITEM, NO_ITEMS
 */
export function datasetFromItems(
  items: Iterable<Item>,
  options?: Pick<DatasetBuilderOptions, 'columns'>,
): Dataset {
  const builder = new DatasetBuilder(options);
  for (const item of items) builder.add(item);
  return builder.build();
}
