import type { Dataset } from '@goldpan/core';

/** How many items have each column. O(N·S). */
export function columnCounts(dataset: Dataset): Record<string, number> {
  const { sources, references, documents, domains, costs } = dataset;
  const count = (column: ArrayLike<unknown> | undefined) =>
    column ? Array.from(column).filter((value) => value !== undefined && !Number.isNaN(value)).length : 0;
  const hasOutput = (item: number) =>
    dataset.systems.some((_, s) => dataset.outputs?.(item, s) !== undefined);
  return {
    source: count(sources),
    reference: count(references),
    output: dataset.outputs ? dataset.ids.filter((_, item) => hasOutput(item)).length : 0,
    document: count(documents),
    domain: count(domains),
    cost: count(costs),
  };
}
