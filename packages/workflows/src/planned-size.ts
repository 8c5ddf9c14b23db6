import type { PlannedSize } from '@goldpan/core';
import type { NeededSize } from '@goldpan/simulation';

/** What is needed as documents say it. Without a cost model an item costs one item. */
export function plannedSize(
  { neverReached, ...size }: NeededSize,
  { unit = 'items', replicates }: { unit?: string; replicates: number },
): { readonly size: PlannedSize; readonly neverReached: number } {
  return {
    size: { ...size, cost: unit === 'items' ? size.median : size.cost },
    neverReached: Math.round(neverReached * replicates),
  };
}
