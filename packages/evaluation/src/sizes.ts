import { itemsOfShare } from '@goldpan/core';
import { invalidSetting, invalidSizes } from './errors.js';

/** The ten shares 5 %, 10 %, …, 50 % of the items, as doubles the same as numpy's `linspace(0.05, 0.5, 10)`. */
export const standardShares: readonly number[] = Array.from({ length: 10 }, (_, k) => 0.05 + 0.05 * k);

/**
 * Sizes at shares of the items, rounded down (`itemsOfShare`); shares that give no item or the same
 * size as the share before are left out.
 *
 * @param shares - rising, each in (0, 1]
 * @throws INVALID_SETTING
 *
 * @example
 * ```ts
 * import { sizesAt } from '@goldpan/evaluation';
 *
 * sizesAt(40, [0.1, 0.25, 0.5]); // → [4, 10, 20]
 * ```
 */
export function sizesAt(total: number, shares: readonly number[] = standardShares): Uint32Array {
  const sizes = shares.map((share) => {
    if (!(share > 0 && share <= 1)) throw invalidSetting('a share', 'above 0 and at most 1', share);
    return itemsOfShare(total, share);
  });
  return Uint32Array.from(sizes.filter((size, k) => size > 0 && size !== sizes[k - 1]));
}

/**
 * The sizes 1…total.
 *
 * @example
 * ```ts
 * import { everySize } from '@goldpan/evaluation';
 *
 * everySize(4); // → [1, 2, 3, 4]
 * ```
 */
export function everySize(total: number): Uint32Array {
  return Uint32Array.from({ length: total }, (_, k) => k + 1);
}

/** Refuses sizes that do not rise within 1…most. @throws INVALID_SIZES */
export function requireSizes(sizes: ArrayLike<number>, most: number): void {
  for (let k = 0; k < sizes.length; k++) {
    const rises = sizes[k] > (k === 0 ? 0 : sizes[k - 1]);
    if (!Number.isInteger(sizes[k]) || !rises || sizes[k] > most) throw invalidSizes(sizes[k], k, most);
  }
}
