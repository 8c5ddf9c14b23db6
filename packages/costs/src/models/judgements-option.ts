import { z, type Dataset } from '@goldpan/core';
import { outputsToJudge } from '../outputs-to-judge.js';

/** How many outputs of an item are judged: costs known per output are multiplied by it, so that a budget covers all cells of an item. */
export const judgementsOption = z
  .number()
  .int()
  .positive()
  .optional()
  .describe(
    'How many outputs of an item are judged; the cost of one is multiplied by it. If not set: the distinct outputs of the item (without outputs every system) with a preset, which is the time of one output, else 1.',
  );

/** By what the cost of each item is multiplied. */
interface JudgedOutputs {
  /** Shape (N). */
  readonly counts: Float64Array;
  /** The count, where it is the same for all items by what was asked or for want of outputs. */
  readonly judgements?: number;
}

/**
 * By what costs are multiplied: as many outputs as are asked for, or else the distinct ones of each item where the cost is that of one output. Data
 * without systems has items alone.
 */
export function judgementsOf(
  asked: number | undefined,
  dataset: Dataset,
  { perOutput }: { readonly perOutput: boolean },
): JudgedOutputs {
  if (asked === undefined && perOutput && dataset.outputs) return { counts: outputsToJudge(dataset) };
  const judgements = asked ?? (perOutput ? Math.max(1, dataset.systems.length) : 1);
  return { counts: new Float64Array(dataset.size).fill(judgements), judgements };
}
