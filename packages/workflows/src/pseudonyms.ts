import { columnsOfDataset, datasetFromColumns, type Dataset } from '@goldpan/core';

/** Whether raters are called by their names. */
export interface RaterChoice {
  /** Names of raters in results; default: `rater 1`, `rater 2`, by the order in which the data has them. */
  readonly showRaters?: boolean;
  /** A column of one rater's judgements that is named here keeps its name. */
  readonly target?: string | readonly string[];
}

/**
 * The dataset with raters called `rater 1`, `rater 2` …, in its judgements and in the names of their score columns: so no name reaches
 * a result. O(metrics + raters).
 */
export function withPseudonyms(dataset: Dataset, { showRaters = false, target = [] }: RaterChoice): Dataset {
  const { judgements, views } = dataset;
  if (showRaters || judgements === undefined) return dataset;
  const pseudonyms = judgements.raters.map((_, at) => `rater ${at + 1}`);
  const aliases = new Map(judgements.raters.map((rater, at) => [rater, pseudonyms[at]]));
  const raterOf = (column: string) =>
    [target].flat().includes(column) ? undefined : views?.get(column)?.rater;
  const kept = new Set(dataset.metrics.filter((metric) => raterOf(metric) === undefined));
  const renamed = (column: string) => {
    const rater = raterOf(column);
    if (rater === undefined) return column;
    let name = column.slice(0, column.length - rater.length) + aliases.get(rater)!;
    while (kept.has(name)) name += '*';
    return name;
  };
  const shown = [...(views ?? [])].map(([column, view]) => {
    const { rater } = view;
    return [renamed(column), rater === undefined ? view : { ...view, rater: aliases.get(rater)! }] as const;
  });
  return datasetFromColumns({
    ...columnsOfDataset(dataset),
    metrics: dataset.metrics.map(renamed),
    judgements: { ...judgements, raters: pseudonyms },
    views: new Map(shown),
  });
}
