/** How a share of the items is taken. */
export interface ShareOptions {
  /** What the share is counted in: 1 (default), or 100 for percent. */
  readonly whole?: 1 | 100;
  /** Default `down`. */
  readonly rounding?: 'down' | 'up';
}

/**
 * The number of items that a share of them is. Here, and nowhere else, a share becomes items: 29 % of 100 items are 29, although
 * 0.29 · 100 is 28.999999999999996 in double arithmetic.
 *
 * A product that is a rounding error away from a whole number is that number: a billionth of an item, or, beyond a million items, four
 * units in the last place. For the shares 0.05 to 0.5 of subset2evaluate this is what it gets by `int(N * share)`.
 *
 * @param share - 0 or more
 *
 * @example
 * ```ts
 * import { itemsOfShare } from '@goldpan/core';
 *
 * itemsOfShare(100, 0.29); // → 29
 * itemsOfShare(50, 25, { whole: 100 }); // → 12
 * itemsOfShare(50, 25, { whole: 100, rounding: 'up' }); // → 13
 * ```
 */
export function itemsOfShare(
  total: number,
  share: number,
  { whole = 1, rounding = 'down' }: ShareOptions = {},
): number {
  const items = (total * share) / whole;
  const nearest = Math.round(items);
  if (Math.abs(items - nearest) <= Math.max(1e-9, 4 * Number.EPSILON * nearest)) return nearest;
  return rounding === 'down' ? Math.floor(items) : Math.ceil(items);
}
