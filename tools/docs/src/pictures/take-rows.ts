import type { ScoreMatrix } from '@goldpan/core';

/** The scores of some items, in their order. */
export function takeRows({ systems, values }: ScoreMatrix, items: ArrayLike<number>): ScoreMatrix {
  const rows = Array.from(items, (item) => [...values.subarray(item * systems, (item + 1) * systems)]);
  return { items: rows.length, systems, values: Float64Array.from(rows.flat()) };
}
