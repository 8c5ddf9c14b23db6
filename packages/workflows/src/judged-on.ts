import { takeJudgementsWhere, type Dataset } from '@goldpan/core';
import { absentCriterion, OVERALL } from './criterion.js';

/** The data with the judgements of one criterion alone; of `overall` with all. O(judgements). @throws UNKNOWN_CRITERION */
export function judgedOn(dataset: Dataset, criterion: string | undefined): Dataset {
  const { judgements } = dataset;
  if (criterion === undefined || judgements === undefined) return dataset;
  const at = judgements.criteria.findIndex(({ name }) => name === criterion);
  if (at < 0 && criterion === OVERALL) return dataset;
  if (at < 0) throw absentCriterion(dataset, criterion);
  return { ...dataset, judgements: takeJudgementsWhere(judgements, (j) => judgements.criterion[j] === at) };
}
