import { itemsOfShare } from '@goldpan/core';

/** The number of items that a share of them is: rounded down, at least 1. */
export function itemsAt(share: number, items: number): number {
  return Math.max(1, itemsOfShare(items, share));
}
