import { completeItems, dropIncompleteItems, type Dataset } from '@goldpan/core';

/** What to do with items that lack scores: `error`, or `drop-items` to go on without them. */
export type MissingScores = 'error' | 'drop-items';

/** The items a question is about. */
export interface KeptItems {
  readonly dataset: Dataset;
  /** For each of its items, the index in the data. */
  readonly kept: Uint32Array;
}

/**
 * The items to work on: all, or, where the caller says so, those with a score of every system.
 *
 * @param use - `metrics`: the score columns in use; those the data does not have are passed over
 */
export function keepComplete(
  dataset: Dataset,
  { metrics, missing }: { metrics: readonly string[]; missing: MissingScores },
): KeptItems {
  const used = missing === 'error' ? [] : metrics.filter((metric) => dataset.metrics.includes(metric));
  if (used.length === 0) return { dataset, kept: Uint32Array.from(dataset.ids.keys()) };
  return { dataset: dropIncompleteItems(dataset, used), kept: completeItems(dataset, used) };
}
