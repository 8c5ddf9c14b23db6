import { z, type Dataset } from '@goldpan/core';

/** How many outputs of an item are judged: costs known per output are multiplied by it, so that a budget covers all cells of an item. */
export const judgementsOption = z
  .number()
  .int()
  .positive()
  .optional()
  .describe(
    'How many outputs of an item are judged; the cost of one is multiplied by it. If not set: every system with a preset, which is the time of one output, else 1.',
  );

/**
 * How many outputs a cost is multiplied by: as many as are asked for, or else those of all systems where the cost is that of one
 * output. Data without systems has items alone.
 */
export function judgementsOf(
  asked: number | undefined,
  { systems }: Dataset,
  { perOutput }: { readonly perOutput: boolean },
): number {
  return asked ?? (perOutput ? Math.max(1, systems.length) : 1);
}
