import type { Dataset } from '@goldpan/core';
import { unknownItem } from './errors.js';

/** Indices of items by their ids, each once, in the order given. @throws UNKNOWN_ITEM naming the constraint */
export function itemsNamed(dataset: Dataset, constraint: string, ids: readonly string[]): number[] {
  if (ids.length === 0) return [];
  const indices = new Map(dataset.ids.map((id, item) => [id, item]));
  return [...new Set(ids)].map((id) => {
    const item = indices.get(id);
    if (item === undefined) throw unknownItem(constraint, id, dataset.ids);
    return item;
  });
}
