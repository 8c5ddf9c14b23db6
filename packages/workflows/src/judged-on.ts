import { takeJudgementRows, type Dataset } from '@goldpan/core';
import { absentCriterion, OVERALL } from './criterion.js';

/** The data with the judgements of one criterion alone; of `overall` with all. O(judgements). @throws UNKNOWN_CRITERION */
export function judgedOn(dataset: Dataset, criterion: string | undefined): Dataset {
  const { judgements } = dataset;
  if (criterion === undefined || judgements === undefined) return dataset;
  const at = judgements.criteria.findIndex(({ name }) => name === criterion);
  if (at < 0 && criterion === OVERALL) return dataset;
  if (at < 0) throw absentCriterion(dataset, criterion);
  const rows: number[] = [];
  const starts = new Uint32Array(judgements.starts.length);
  for (let item = 0; item < dataset.size; item++) {
    for (let j = judgements.starts[item]; j < judgements.starts[item + 1]; j++)
      if (judgements.criterion[j] === at) rows.push(j);
    starts[item + 1] = rows.length;
  }
  return { ...dataset, judgements: takeJudgementRows(judgements, Uint32Array.from(rows), starts) };
}
