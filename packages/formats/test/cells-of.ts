import type { Dataset } from '@goldpan/core';

/** The scores of a dataset as nested records: item, system, metric; missing cells left out. */
export function cellsOf(dataset: Dataset): Record<string, Record<string, Record<string, number>>> {
  const items = dataset.ids.map((id, item) => {
    const systems = dataset.systems.map((system, s) => {
      const cells = dataset.metrics.map(
        (metric) => [metric, dataset.scores(metric).values[item * dataset.systems.length + s]] as const,
      );
      return [system, Object.fromEntries(cells.filter(([, score]) => !Number.isNaN(score)))] as const;
    });
    return [id, Object.fromEntries(systems.filter(([, cells]) => Object.keys(cells).length > 0))] as const;
  });
  return Object.fromEntries(items);
}
