import {
  columnOfCriterion,
  columnsOfDataset,
  compositeMetric,
  criterionOfColumn,
  datasetFromColumns,
  DEFAULT_TARGET,
  isHumanColumn,
  type Dataset,
} from '@goldpan/core';
import { unknownCriterion } from './errors.js';

/** Which of several criteria is asked about. */
export interface CriterionChoice {
  /**
   * The name of a criterion: its column counts as truth, in place of `target`. `overall` = the mean of all criteria, each in standard
   * deviations from its own mean; cells that lack one have none.
   */
  readonly criterion?: string;
}

/** Unless the data has a criterion of that name. */
export const OVERALL = 'overall';

/** What is asked, with the column of the criterion as target. */
export function withCriterionAsTarget<Options extends CriterionChoice>(options: Options): Options {
  const { criterion } = options;
  return criterion === undefined ? options : { ...options, target: columnOfCriterion(criterion) };
}

/** The dataset with the column of the overall criterion, where that is asked for and there are several. O(N·S·criteria). */
export function withOverall(dataset: Dataset, { criterion }: CriterionChoice): Dataset {
  const column = columnOfCriterion(OVERALL);
  if (criterion !== OVERALL || dataset.metrics.includes(column)) return dataset;
  const parts = criteriaOf(dataset).map(columnOfCriterion);
  if (parts.length < 2) return dataset;
  const { values } = compositeMetric(dataset, parts);
  for (const part of parts)
    dataset.scores(part).values.forEach((score, cell) => {
      if (Number.isNaN(score)) values[cell] = NaN;
    });
  const { metrics, scores, ...rest } = columnsOfDataset(dataset);
  return datasetFromColumns({ ...rest, metrics: [...metrics, column], scores: [...scores, values] });
}

/** That the data has no scores of the criterion that is asked about. */
export function absentCriterion(dataset: Pick<Dataset, 'metrics' | 'judgements'>, criterion: string): Error {
  const known = dataset.metrics.filter(isHumanColumn).map(criterionOfColumn);
  const isJudged = dataset.judgements?.criteria.some(({ name }) => name === criterion);
  return unknownCriterion(criterion, known, { categories: isJudged });
}

/**
 * The criteria that have a score column: those of the judgements, or where the data has scores alone, its `human_…` columns.
 */
export function criteriaOf({ metrics, judgements }: Pick<Dataset, 'metrics' | 'judgements'>): string[] {
  // Repeated runs are of metrics, and no criteria.
  const judged = judgements?.criteria.filter(({ repeats }) => !repeats) ?? [];
  if (judged.length > 0)
    return judged.map(({ name }) => name).filter((name) => metrics.includes(columnOfCriterion(name)));
  return metrics.filter((name) => isHumanColumn(name) && name !== DEFAULT_TARGET).map(criterionOfColumn);
}
